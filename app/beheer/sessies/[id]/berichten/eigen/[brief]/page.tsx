import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionBreadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { idOr404 } from '@/app/beheer/_lib/params'
import { getCustomMessage } from '@/lib/notifications/custom-messages'
import { previewMail } from '@/lib/notifications/preview'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionHeading } from '@/lib/sessions/queries'
import { CustomMessageDetails } from './_components/custom-message-details'
import { cancelCustomMessageAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/berichten/eigen/[brief]'>

export default async function CustomMessagePage({ params, searchParams }: Props) {
  const [{ id, brief }, { gelukt }] = await Promise.all([params, searchParams])
  const organiser = await requireOrganiser(routes.customMessage(id, brief))
  const ids = [idOr404(id), idOr404(brief)] as const
  const [session, message] = await Promise.all([getSessionHeading(ids[0]), getCustomMessage(...ids)])
  if (!session || !message) notFound()
  const mailPreview = await previewMail(
    { sessionId: session.id, kind: 'customMessage' },
    { now: clock.now(), draft: message },
  )
  return (
    <AdminPage
      organiser={organiser}
      title={`Bericht ${mailPreview.subject}`}
      breadcrumbs={sessionBreadcrumbs(session, { label: 'Berichten', href: routes.messages(session.id) })}
    >
      <MailHealth now={clock.now()} />
      <CustomMessageDetails
        sessionId={session.id}
        message={message}
        mailPreview={mailPreview}
        justSent={gelukt === 'ja'}
        cancelAction={cancelCustomMessageAction.bind(null, session.id, message.id)}
      />
    </AdminPage>
  )
}
