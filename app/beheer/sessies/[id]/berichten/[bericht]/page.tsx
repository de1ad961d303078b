import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { MailState } from '@/app/beheer/mail-state'
import { idOr404 } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { MessageActions } from '@/components/organiser/message-actions'
import { MessageDetails } from '@/components/organiser/message-details'
import { Trail } from '@/components/organiser/trail'
import { getMessage } from '@/lib/messages/queries'
import { missedReasons } from '@/lib/messages/rules'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionHeading } from '@/lib/sessions/queries'
import { messageAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/berichten/[bericht]'>

export default async function MessagePage({ params }: Props) {
  const { id, bericht } = await params
  const organiser = await requireOrganiser(routes.message(id, bericht))
  const ids = [idOr404(id), idOr404(bericht)] as const
  const [session, message] = await Promise.all([getSessionHeading(ids[0]), getMessage(...ids)])
  if (!session || !message) notFound()
  const failed = message.state === 'failed' || missedReasons.includes(message.dropReason ?? '')
  const trail = [
    { label: 'Kennissessies', href: routes.desk() },
    { label: session.title, href: routes.registrations(session.id) },
    { label: 'Berichten', href: routes.messages(session.id) },
  ]
  return (
    <DeskPage organiser={organiser}>
      <title>{`Bericht aan ${message.to.name} - Aanschuif beheer`}</title>
      <Page>
        <Trail links={trail} />
        <MailState now={clock.now()} />
        <MessageDetails message={message}>
          <MessageActions
            action={messageAction.bind(null, ...ids)}
            state={message.state}
            kind={message.kind}
            to={message.to.name}
            timesAgain={message.timesAgain}
            isNews={failed && !message.settledAt && message.timesAgain === 0}
          />
        </MessageDetails>
      </Page>
    </DeskPage>
  )
}
