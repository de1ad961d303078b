import { randomUUID } from 'node:crypto'
import { Heading } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { nullOrIdOr404 } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { findCustomMessageDraft } from '@/lib/notifications/custom-message-drafts'
import { getPlaceholderExamples } from '@/lib/notifications/preview'
import { countByStatus, findRecipient, listPossibleRecipients, listWorkplaces } from '@/lib/notifications/queries'
import { routes } from '@/lib/platform/routes'
import { registrationStatus, type StatusTimestamps, statusLabels } from '@/lib/registrations/status'
import { CustomMessageForm } from './_components/custom-message-form'
import { DiscardDraftForm } from './_components/discard-draft-form'
import { customMessageAction, discardDraftAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/berichten/schrijven'>

/** Shows the form of a custom message: to an audience or, with the query parameter `aan`, to one person. */
export default async function NewCustomMessagePage({ params, searchParams }: Props) {
  const { aan = null } = await searchParams
  const registrationId = nullOrIdOr404(aan)
  const page = await loadSessionPage(params, (id) => routes.newCustomMessage(id, registrationId))
  const { session, organiser } = page
  const person = registrationId && ((await findRecipient(session.id, registrationId)) ?? notFound())
  const [draft, audience, examples] = await Promise.all([
    findCustomMessageDraft({ sessionId: session.id, organiserId: organiser.id, registrationId }),
    person ? null : readAudienceChoices(session.id),
    getPlaceholderExamples(session.id, 'customMessage'),
  ])
  const recipient = person ? { ...person, status: statusLabels[registrationStatus(person)] } : null
  const ids = [session.id, registrationId] as const
  return (
    <AdminSessionPage {...page} current="messages" width="reading">
      <Heading level={2}>Bericht schrijven</Heading>
      {draft ? <DiscardDraftForm action={discardDraftAction.bind(null, ...ids)} savedAt={draft.updatedAt} /> : null}
      <CustomMessageForm
        key={draft ? 'draft' : 'new'}
        draft={draft}
        action={customMessageAction.bind(null, ...ids)}
        newId={randomUUID()}
        title={session.title}
        email={organiser.email}
        recipient={recipient && { ...recipient, path: routes.registration(session.id, recipient.id) }}
        {...{ audience, examples }}
      />
    </AdminSessionPage>
  )
}

async function readAudienceChoices(sessionId: string) {
  const [statuses, places, participants] = await Promise.all([
    countByStatus(sessionId),
    listWorkplaces(sessionId),
    listPossibleRecipients(sessionId),
  ])
  return {
    statuses: statuses.map(({ status, count }) => ({ status, label: statusLabels[status], count })),
    places,
    participants: participants.map(({ id, name, ...row }) => ({ id, name: `${name}${statusSuffix(row)}` })),
  }
}

function statusSuffix(row: StatusTimestamps): string {
  const status = registrationStatus(row)
  return status === 'signed-up' ? '' : ` (${statusLabels[status]})`
}
