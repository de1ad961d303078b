import { randomUUID } from 'node:crypto'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionBreadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { registrationOr404 } from '@/app/beheer/_lib/registration-or-404'
import { FormStatus } from '@/components/form/form-status'
import { listHistory, listOrganiserNames } from '@/lib/audit/history'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { canDelete } from '@/lib/organisers/rules'
import { listMessages } from '@/lib/outbox/message-queries'
import { clock } from '@/lib/platform/clock'
import { type RegistrationFlash, routes } from '@/lib/platform/routes'
import { listRegistrationChanges } from '@/lib/registrations/change-log'
import { listColleagues } from '@/lib/registrations/queries'
import { noteFingerprint } from '@/lib/registrations/rules'
import { hasEnded } from '@/lib/sessions/rules'
import { Colleagues } from './_components/colleagues'
import { RegistrationActions } from './_components/registration-actions'
import { RegistrationDetails } from './_components/registration-details'
import { RegistrationHistory } from './_components/registration-history'
import { RegistrationMessages } from './_components/registration-messages'
import { RegistrationNotes } from './_components/registration-notes'
import { notesAction, registrationAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/aanmeldingen/[aanmelding]'>

const flashMessages: Record<RegistrationFlash, string> = { added: 'Aangemeld.', changed: 'De aanmelding is veranderd.' }
const erasedTitle = 'Aanmelding waarvan de naam is gewist'
const addedToWaitlist = 'Alle plaatsen zijn bezet. Deze persoon staat op de wachtlijst.'

export default async function RegistrationPage({ params, searchParams }: Props) {
  const [{ id, aanmelding }, { gelukt }] = await Promise.all([params, searchParams])
  const organiser = await requireOrganiser(routes.registration(id, aanmelding))
  const { session, registration } = await registrationOr404(id, aanmelding)
  const [messages, entries, changes, colleagues, names] = await Promise.all([
    listMessages(registration.id),
    listHistory('registration', registration.id),
    listRegistrationChanges(registration.id),
    listColleagues(session.id, registration),
    listOrganiserNames(registration.notes.flatMap(({ createdBy }) => createdBy ?? [])),
  ])
  const notes = registration.notes.map((note) => ({
    id: note.id,
    text: note.text,
    createdAt: note.createdAt,
    editedAt: note.editedAt,
    digest: noteFingerprint(note),
    author: (note.createdBy && names.get(note.createdBy)) ?? 'Een organisator van vroeger',
    isMine: note.createdBy === organiser.id,
    canDelete: note.createdBy === organiser.id || canDelete(organiser.role),
  }))
  const history = entries.map((entry) => ({
    ...entry,
    changes: changes.filter(({ at, actorType }) => +at === +entry.at && actorType === entry.actorType),
  }))
  const ids = [session.id, registration.id] as const
  const flash = gelukt === 'added' || gelukt === 'changed' ? gelukt : null
  return (
    <AdminPage organiser={organiser} breadcrumbs={sessionBreadcrumbs(session)}>
      {flash ? (
        <FormStatus
          title={flash === 'added' && registration.waitlistedAt ? addedToWaitlist : flashMessages[flash]}
          submission={flash}
        />
      ) : null}
      <RegistrationDetails sessionId={session.id} registration={registration} />
      {registration.erasedAt ? (
        <title>{`${erasedTitle} - Aanschuif beheer`}</title>
      ) : (
        <>
          <RegistrationActions
            action={registrationAction.bind(null, ...ids)}
            registration={registration}
            canSendMail={!session.cancelledAt && !hasEnded(session, clock.now())}
            confirmationCount={messages.filter(({ kind }) => kind === 'confirmation').length}
            editPath={routes.editRegistration(...ids)}
          />
          <Colleagues sessionId={session.id} place={registration.workplace} colleagues={colleagues} />
          <RegistrationNotes
            action={notesAction.bind(null, ...ids)}
            title={`Aanmelding van ${registration.name}`}
            notes={notes}
            newId={randomUUID()}
          />
        </>
      )}
      <RegistrationMessages sessionId={session.id} messages={messages} />
      <RegistrationHistory entries={history} />
    </AdminPage>
  )
}
