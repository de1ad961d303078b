import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionBreadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { idOr404 } from '@/app/beheer/_lib/params'
import { nonResendableKinds } from '@/lib/notifications/kinds/registry'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { getMessage } from '@/lib/outbox/message-queries'
import { missedCancelReasons } from '@/lib/outbox/schema'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionHeading } from '@/lib/sessions/queries'
import { MessageActions } from './_components/message-actions'
import { MessageDetails } from './_components/message-details'
import { messageAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/berichten/[bericht]'>

export default async function MessagePage({ params }: Props) {
  const { id, bericht } = await params
  const organiser = await requireOrganiser(routes.message(id, bericht))
  const ids = [idOr404(id), idOr404(bericht)] as const
  const [session, message] = await Promise.all([getSessionHeading(ids[0]), getMessage(...ids)])
  if (!session || !message) notFound()
  const { state, cancelReason } = message
  const failed = state === 'failed' || (cancelReason !== null && missedCancelReasons.includes(cancelReason))
  return (
    <AdminPage
      organiser={organiser}
      title={`Bericht aan ${message.to.name}`}
      breadcrumbs={sessionBreadcrumbs(session, { label: 'Berichten', href: routes.messages(session.id) })}
    >
      <MailHealth now={clock.now()} />
      <MessageDetails message={message}>
        <MessageActions
          action={messageAction.bind(null, ...ids)}
          state={message.state}
          isResendable={!nonResendableKinds.includes(message.kind)}
          recipientName={message.to.name}
          resendCount={message.resendCount}
          isUnresolvedFailure={failed && !message.dismissedAt && message.resendCount === 0}
        />
      </MessageDetails>
    </AdminPage>
  )
}
