import { randomUUID } from 'node:crypto'
import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { AdminTable, ShortDateTime } from '@/app/beheer/_components/admin-table'
import { sessionBreadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { flashFor } from '@/app/beheer/_lib/params'
import { registrationOr404 } from '@/app/beheer/_lib/registration-or-404'
import { messageStateLabel } from '@/app/beheer/sessies/[id]/_components/message-copy'
import { notesAction, registrationAction } from '@/app/beheer/sessies/[id]/aanmeldingen/actions'
import { describeFieldChange, describeHistoryEntry } from '@/components/audit/registration-history-copy'
import { FormStatus } from '@/components/form/form-status'
import { DateTime } from '@/components/ui/text/date-time'
import { NonBreakingText } from '@/components/ui/text/non-breaking-text'
import { listHistory, listOrganiserNames } from '@/lib/audit/queries'
import { mailKindLabel } from '@/lib/notifications/kinds/registry'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { canDelete } from '@/lib/organisers/rules'
import { findUndelivered, listMessages } from '@/lib/outbox/message-queries'
import { clock } from '@/lib/platform/clock'
import { type RegistrationFlash, routes } from '@/lib/platform/routes'
import { listRegistrationChanges } from '@/lib/registrations/change-log'
import { listColleagues } from '@/lib/registrations/queries'
import { noteFingerprint } from '@/lib/registrations/rules'
import { hasEnded } from '@/lib/sessions/rules'
import { RegistrationActions } from './_components/registration-actions'
import { RegistrationDetails } from './_components/registration-details'
import styles from './_components/registration-details.module.css'
import { RegistrationNotes } from './_components/registration-notes'
import { UndeliveredCallout } from './_components/undelivered-callout'

type Props = PageProps<'/beheer/sessies/[id]/aanmeldingen/[aanmelding]'>

const flashMessages: Record<RegistrationFlash, string> = { added: 'Aangemeld.', changed: 'De aanmelding is veranderd.' }
const addedToWaitlist = 'Alle plaatsen zijn bezet. Deze persoon staat op de wachtlijst.'

export default async function RegistrationPage({ params, searchParams }: Props) {
  const [{ id, aanmelding }, { gelukt }] = await Promise.all([params, searchParams])
  const organiser = await requireOrganiser(routes.registration(id, aanmelding))
  const { session, registration } = await registrationOr404(id, aanmelding)
  const [messages, undelivered, colleagues, names] = await Promise.all([
    listMessages(registration.id),
    findUndelivered(registration),
    listColleagues(session.id, registration),
    listOrganiserNames(registration.notes.flatMap(({ createdBy }) => createdBy ?? [])),
  ])
  const notes = registration.notes.map(({ createdBy, ...note }) => ({
    ...note,
    digest: noteFingerprint(note),
    author: (createdBy && names.get(createdBy)) ?? 'Een organisator van vroeger',
    isMine: createdBy === organiser.id,
    canDelete: createdBy === organiser.id || canDelete(organiser.role),
  }))
  const ids = [session.id, registration.id] as const
  const { name, version, cancelledAt, waitlistedAt } = registration
  const flash = flashFor(flashMessages, gelukt)
  return (
    <AdminPage organiser={organiser} breadcrumbs={sessionBreadcrumbs(session)}>
      {flash ? (
        <FormStatus title={gelukt === 'added' && waitlistedAt ? addedToWaitlist : flash} submission={gelukt} />
      ) : null}
      {undelivered && !registration.erasedAt ? (
        <UndeliveredCallout sessionId={session.id} registration={registration} undelivered={undelivered} />
      ) : null}
      <RegistrationDetails sessionId={session.id} registration={registration} />
      {registration.erasedAt ? (
        <title>Aanmelding waarvan de naam is gewist - Aanschuif beheer</title>
      ) : (
        <>
          <RegistrationActions
            action={registrationAction.bind(null, ...ids)}
            registration={{ name, version, cancelledAt, waitlistedAt }}
            canSendMail={!session.cancelledAt && !hasEnded(session, clock.now())}
            confirmationCount={messages.filter(({ kind }) => kind === 'confirmation').length}
            editPath={routes.editRegistration(...ids)}
            writePath={routes.newCustomMessage(...ids)}
          />
          {colleagues.length > 0 ? (
            <section className={styles.part}>
              <Heading level={2}>Collega’s van {registration.workplace}</Heading>
              <ul className={styles.colleagues}>
                {colleagues.map((colleague) => (
                  <li key={colleague.id}>
                    <Link href={routes.registration(session.id, colleague.id)}>
                      <bdi>{colleague.name}</bdi>
                    </Link>
                    , {colleague.role}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <RegistrationNotes
            action={notesAction.bind(null, ...ids)}
            title={`Aanmelding van ${registration.name}`}
            notes={notes}
            newId={randomUUID()}
          />
        </>
      )}
      <Messages sessionId={session.id} messages={messages} />
      <History registrationId={registration.id} />
    </AdminPage>
  )
}

type MessagesProps = { sessionId: string; messages: Awaited<ReturnType<typeof listMessages>> }

const Messages = ({ sessionId, messages }: MessagesProps) => (
  <section className={styles.part}>
    <Heading level={2}>Berichten</Heading>
    {messages.length === 0 ? (
      <Paragraph>Er zijn nog geen berichten over deze aanmelding.</Paragraph>
    ) : (
      <AdminTable caption="Berichten over deze aanmelding" columns={['Bericht', 'Stand', 'Wanneer']}>
        {messages.map(({ id, kind, at, ...status }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={routes.message(sessionId, id)}>{mailKindLabel(kind)}</Link>
            </th>
            <td>{messageStateLabel(status)}</td>
            <td>
              <ShortDateTime value={at} />
            </td>
          </tr>
        ))}
      </AdminTable>
    )}
  </section>
)

/** Shows the audit entries of a registration, each with the field changes recorded at the same time. */
async function History({ registrationId }: { registrationId: string }) {
  const [entries, changes] = await Promise.all([
    listHistory('registration', registrationId),
    listRegistrationChanges(registrationId),
  ])
  if (entries.length === 0) return null
  const changesOf = (entry: (typeof entries)[number]) =>
    changes.filter(({ at, actorType }) => +at === +entry.at && actorType === entry.actorType)
  return (
    <section className={styles.part}>
      <Heading level={2}>Geschiedenis</Heading>
      <ol className={styles.history}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <DateTime value={entry.at} />: <NonBreakingText text={describeHistoryEntry(entry)} />
            {changesOf(entry).length > 0 ? (
              <ul className={styles.changes}>
                {changesOf(entry).map((change) => (
                  <li key={change.id}>{describeFieldChange(change)}</li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
