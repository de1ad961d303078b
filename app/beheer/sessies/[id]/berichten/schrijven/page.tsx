import { Heading } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { SessionHeading } from '@/app/beheer/sessies/[id]/_components/session-heading'
import { Page } from '@/components/ui/page/page'
import { getPlaceholderExamples } from '@/lib/notifications/preview'
import { listPreviewParticipants, listWorkplaces } from '@/lib/notifications/queries'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { CustomMessageForm } from './_components/custom-message-form'
import { emptyCustomMessage } from './_lib/parse-custom-message-form'
import { customMessageAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/berichten/schrijven'>

export default async function WriteCustomMessagePage({ params }: Props) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.newCustomMessage(id))
  const session = await sessionOr404(id)
  const [places, participants, examples] = await Promise.all([
    listWorkplaces(session.id),
    listPreviewParticipants(session.id),
    getPlaceholderExamples(session.id, 'customMessage'),
  ])
  return (
    <AdminPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={clock.now()} current="messages" />
        <Heading level={2}>Bericht schrijven</Heading>
        <CustomMessageForm
          action={customMessageAction.bind(null, session.id)}
          initialValues={emptyCustomMessage()}
          title={session.title}
          email={organiser.email}
          places={places}
          participants={participants}
          examples={examples}
        />
      </Page>
    </AdminPage>
  )
}
