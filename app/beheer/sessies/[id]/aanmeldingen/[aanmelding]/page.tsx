import { randomUUID } from 'node:crypto'
import { DeskPage } from '@/app/beheer/desk-page'
import { registrationOr404 } from '@/app/beheer/registration-or-404'
import { Outcome } from '@/components/form/outcome'
import { Page } from '@/components/layout/page'
import { Colleagues } from '@/components/organiser/colleagues'
import { RegistrationActions } from '@/components/organiser/registration-actions'
import { RegistrationDetails } from '@/components/organiser/registration-details'
import { RegistrationHistory } from '@/components/organiser/registration-history'
import { RegistrationMessages } from '@/components/organiser/registration-messages'
import { RegistrationNotes } from '@/components/organiser/registration-notes'
import { Trail } from '@/components/organiser/trail'
import { listHistory, listOrganiserNames } from '@/lib/audit/history'
import { listMessages } from '@/lib/messages/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { canDelete } from '@/lib/organisers/rules'
import { clock } from '@/lib/platform/clock'
import { type RegistrationDone, routes } from '@/lib/platform/routes'
import { listBeforeAfter } from '@/lib/registrations/before-after'
import { listColleagues } from '@/lib/registrations/queries'
import { noteStamp } from '@/lib/registrations/rules'
import { hasBeen } from '@/lib/sessions/rules'
import { notesAction, registrationAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/aanmeldingen/[aanmelding]'>

const news: Record<RegistrationDone, string> = { added: 'Aangemeld.', changed: 'De aanmelding is veranderd.' }
const erasedTitle = 'Aanmelding waarvan de naam is gewist'
const addedWaiting = 'Alle plaatsen zijn bezet. Deze persoon staat op de wachtlijst.'

export default async function RegistrationPage({ params, searchParams }: Props) {
  const [{ id, aanmelding }, { gelukt }] = await Promise.all([params, searchParams])
  const organiser = await requireOrganiser(routes.registration(id, aanmelding))
  const { session, registration } = await registrationOr404(id, aanmelding)
  const [messages, entries, changes, colleagues, names] = await Promise.all([
    listMessages(registration.id),
    listHistory('registration', registration.id),
    listBeforeAfter(registration.id),
    listColleagues(session.id, registration),
    listOrganiserNames(registration.notes.map(({ createdBy }) => createdBy)),
  ])
  const notes = registration.notes.map((note) => ({
    id: note.id,
    text: note.text,
    createdAt: note.createdAt,
    editedAt: note.editedAt,
    seen: noteStamp(note),
    by: names.get(note.createdBy) ?? 'Een organisator van vroeger',
    isMine: note.createdBy === organiser.id,
    canDelete: note.createdBy === organiser.id || canDelete(organiser.role),
  }))
  const history = entries.map((entry) => ({
    ...entry,
    changes: changes.filter(({ at, actor }) => +at === +entry.at && actor.split(':')[0] === entry.actor),
  }))
  const trail = [
    { label: 'Kennissessies', href: routes.desk() },
    { label: session.title, href: routes.registrations(session.id) },
  ]
  const place = [session.id, registration.id] as const
  const done = gelukt === 'added' || gelukt === 'changed' ? gelukt : null
  return (
    <DeskPage organiser={organiser}>
      <Page>
        <Trail links={trail} />
        {done ? (
          <Outcome lead={done === 'added' && registration.waitingSince ? addedWaiting : news[done]} sending={done} />
        ) : null}
        <RegistrationDetails sessionId={session.id} registration={registration} />
        {registration.erasedAt ? (
          <title>{`${erasedTitle} - Aanschuif beheer`}</title>
        ) : (
          <>
            <RegistrationActions
              action={registrationAction.bind(null, ...place)}
              registration={registration}
              canMail={!session.cancelledAt && !hasBeen(session, clock.now())}
              confirmations={messages.filter(({ kind }) => kind === 'confirmation').length}
              editPath={routes.editRegistration(...place)}
            />
            <Colleagues sessionId={session.id} place={registration.place} colleagues={colleagues} />
            <RegistrationNotes
              action={notesAction.bind(null, ...place)}
              title={`Aanmelding van ${registration.name}`}
              notes={notes}
              newId={randomUUID()}
            />
          </>
        )}
        <RegistrationMessages sessionId={session.id} messages={messages} />
        <RegistrationHistory entries={history} />
      </Page>
    </DeskPage>
  )
}
