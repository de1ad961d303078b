import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { loadSessionToEdit } from '@/app/beheer/_lib/session-or-404'
import { capacityLabel, seatCountsLabel } from '@/app/beheer/sessies/_components/capacity-copy'
import { DatedTexts } from '@/app/beheer/sessies/_components/dated-texts/dated-texts'
import { datedTextItems } from '@/app/beheer/sessies/_components/dated-texts/dated-texts-copy'
import { scheduleRows } from '@/app/beheer/sessies/_components/schedule-copy'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { Flow } from '@/components/ui/page/flow'
import { DescriptionList } from '@/components/ui/text/description-list'
import { getSendProgress } from '@/lib/outbox/send-progress'
import { routes, sessionFlashes } from '@/lib/platform/routes'
import { countSeatsNow } from '@/lib/registrations/queries'
import type { Seats } from '@/lib/registrations/waitlist/rules'
import { listDatedTexts } from '@/lib/sessions/dated-texts'
import type { SessionToEdit } from '@/lib/sessions/queries'
import { canPublish, hasEnded } from '@/lib/sessions/rules'
import { EditFlash } from './_components/edit-flash'
import styles from './_components/edit-section.module.css'
import { VisibilityForm } from './_components/visibility-form'
import { visibilityAction } from './actions'

export default async function EditSessionPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/bewerken'>) {
  const { gelukt } = await searchParams
  const edit = sessionFlashes.find((change) => change === gelukt)
  const page = await loadSessionToEdit(params, (id) => routes.editSession(id, edit))
  const { session, now } = page
  const { id: sessionId, cancelledAt } = session
  // Selected by the stored session: `gelukt` in the URL may be outdated or typed by hand.
  const mails = cancelledAt ? ({ kind: 'sessionCancelled' } as const) : { changeSequence: session.calendarSequence }
  const [progress, seats, datedTexts] = await Promise.all([
    getSendProgress({ sessionId, ...mails }),
    countSeatsNow(sessionId),
    canPublish(session, now) ? listDatedTexts(sessionId) : [],
  ])
  const questionCount = session.questions.length
  return (
    <AdminSessionPage {...page} current="editSession" title="Bewerken" width="reading">
      <MailHealth now={now} />
      <EditFlash edit={edit} session={session} progress={progress} />
      <EditSection id="op-de-site" title="Op de site">
        <DatedTexts items={datedTextItems(sessionId, datedTexts)}>Kijk ze na voordat je publiceert.</DatedTexts>
        <VisibilityForm
          action={visibilityAction.bind(null, sessionId)}
          session={session}
          registrationCount={seats.taken + seats.offered + seats.waitlisted}
          now={now}
        />
      </EditSection>
      <ScheduleSection session={session} now={now} />
      <SeatsSection session={session} seats={seats} />
      <EditSection id="vragen" title="Vragen van het formulier">
        <Paragraph>
          {questionCount === 0 ? 'Het formulier heeft nog geen eigen vragen. ' : null}
          <Link href={routes.formQuestions(sessionId)}>
            {questionCount === 0
              ? 'Maak de vragen'
              : `Bewerk de ${questionCount === 1 ? 'vraag' : `${questionCount} vragen`}`}
          </Link>
        </Paragraph>
      </EditSection>
      <EditSection id="teksten" title="Teksten">
        <Paragraph>
          <Link href={routes.editSessionContent(sessionId)}>Bewerk de teksten</Link>
        </Paragraph>
      </EditSection>
    </AdminSessionPage>
  )
}

function EditSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={styles.moments}>
      <Flow>
        <Heading level={2} id={id}>
          {title}
        </Heading>
        {children}
      </Flow>
    </section>
  )
}

/** Shows the schedule of a session. Links to rescheduling and cancelling, or shows why either is impossible. */
function ScheduleSection({ session, now }: { session: SessionToEdit; now: Date }) {
  const items = scheduleRows(session).map(({ term, text }) => ({ term, detail: capitalise(text) }))
  return (
    <EditSection id="momenten" title="Datum en termijnen">
      <DescriptionList layout="rows" items={items} />
      {session.cancelledAt ? (
        <Paragraph className={styles.closed}>Verplaatsen kan niet meer nu hij is vervallen.</Paragraph>
      ) : (
        <ul className={styles.ways}>
          <li>
            <Link href={routes.rescheduleSession(session.id)}>Verplaatsen</Link>
            <span>Een andere dag of tijd, of andere termijnen.</span>
          </li>
          <li>
            {hasEnded(session, now) ? null : <Link href={routes.cancelSession(session.id)}>Laten vervallen</Link>}
            <span>
              {hasEnded(session, now)
                ? 'Laten vervallen kan niet meer: deze kennissessie is geweest.'
                : 'Iedereen die is aangemeld of op de wachtlijst staat, krijgt een mail.'}
            </span>
          </li>
        </ul>
      )}
    </EditSection>
  )
}

const capitalise = (words: string) => words.replace(/^\p{L}/u, (letter) => letter.toUpperCase())

/** Shows the capacity and the seat counts. Links to changing the capacity, unless the session is cancelled. */
function SeatsSection({ session, seats }: { session: SessionToEdit; seats: Seats }) {
  const items = [{ term: 'Aantal', detail: capacityLabel(seats.capacity) }]
  if (seats.capacity !== null || seats.offered + seats.waitlisted > 0)
    items.push({ term: 'Nu', detail: seatCountsLabel(seats) })
  return (
    <EditSection id="plaatsen" title="Plaatsen">
      <DescriptionList layout="rows" items={items} />
      {session.cancelledAt ? null : (
        <ul className={styles.ways}>
          <li>
            <Link href={routes.capacity(session.id)}>Verander het aantal plaatsen</Link>
            <span>Zijn ze allemaal bezet, dan is er een wachtlijst.</span>
          </li>
        </ul>
      )}
    </EditSection>
  )
}
