import { randomUUID } from 'node:crypto'
import { Heading } from '@utrecht/component-library-react'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { getPlaceholderExamples } from '@/lib/notifications/preview'
import { listPreviewParticipants, listWorkplaces } from '@/lib/notifications/queries'
import { routes } from '@/lib/platform/routes'
import { CustomMessageForm } from './_components/custom-message-form'
import { customMessageAction } from './actions'

export default async function NewCustomMessagePage({ params }: PageProps<'/beheer/sessies/[id]/berichten/schrijven'>) {
  const page = await loadSessionPage(params, routes.newCustomMessage)
  const { session, organiser } = page
  const [places, participants, examples] = await Promise.all([
    listWorkplaces(session.id),
    listPreviewParticipants(session.id),
    getPlaceholderExamples(session.id, 'customMessage'),
  ])
  return (
    <AdminSessionPage {...page} current="messages" width="reading">
      <Heading level={2}>Bericht schrijven</Heading>
      <CustomMessageForm
        action={customMessageAction.bind(null, session.id)}
        newId={randomUUID()}
        title={session.title}
        email={organiser.email}
        {...{ places, participants, examples }}
      />
    </AdminSessionPage>
  )
}
