import { randomUUID } from 'node:crypto'
import { Heading } from '@utrecht/component-library-react'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { findCustomMessageDraft } from '@/lib/notifications/custom-message-drafts'
import { getPlaceholderExamples } from '@/lib/notifications/preview'
import { listPreviewParticipants, listWorkplaces } from '@/lib/notifications/queries'
import { routes } from '@/lib/platform/routes'
import { CustomMessageForm } from './_components/custom-message-form'
import { DiscardDraftForm } from './_components/discard-draft-form'
import { customMessageAction, discardDraftAction } from './actions'

export default async function NewCustomMessagePage({ params }: PageProps<'/beheer/sessies/[id]/berichten/schrijven'>) {
  const page = await loadSessionPage(params, routes.newCustomMessage)
  const { session, organiser } = page
  const [draft, places, participants, examples] = await Promise.all([
    findCustomMessageDraft({ sessionId: session.id, organiserId: organiser.id }),
    listWorkplaces(session.id),
    listPreviewParticipants(session.id),
    getPlaceholderExamples(session.id, 'customMessage'),
  ])
  return (
    <AdminSessionPage {...page} current="messages" width="reading">
      <Heading level={2}>Bericht schrijven</Heading>
      {draft ? <DiscardDraftForm action={discardDraftAction.bind(null, session.id)} savedAt={draft.updatedAt} /> : null}
      <CustomMessageForm
        key={draft ? 'draft' : 'new'}
        draft={draft}
        action={customMessageAction.bind(null, session.id)}
        newId={randomUUID()}
        title={session.title}
        email={organiser.email}
        {...{ places, participants, examples }}
      />
    </AdminSessionPage>
  )
}
