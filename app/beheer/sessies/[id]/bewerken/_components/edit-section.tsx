import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { capacityLabel, seatCountsLabel } from '@/app/beheer/sessies/_components/capacity-copy'
import { scheduleRows } from '@/app/beheer/sessies/_components/schedule-copy'
import styles from '@/app/beheer/sessies/[id]/bewerken/_components/edit-section.module.css'
import { Flow } from '@/components/ui/page/flow'
import { DescriptionList } from '@/components/ui/text/description-list'
import { routes } from '@/lib/platform/routes'
import type { Seats } from '@/lib/registrations/waitlist/rules'
import { hasEnded, type SessionMoments } from '@/lib/sessions/rules'

/** A part of a session that can be changed, under its own heading. */
export function EditSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
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

type ScheduleSectionProps = { session: SessionMoments & { id: string }; now: Date }

/** The schedule of a session, with links to change it or to cancel the session, or why that is not possible. */
export function ScheduleSection({ session, now }: ScheduleSectionProps) {
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
                : 'Iedereen die is aangemeld, krijgt een mail.'}
            </span>
          </li>
        </ul>
      )}
    </EditSection>
  )
}

const capitalise = (words: string) => words.replace(/^\p{L}/u, (letter) => letter.toUpperCase())

type SeatsSectionProps = { session: { id: string; cancelledAt: Date | null }; seats: Seats }

/** The capacity of a session and how many seats are taken, with a link to change it. */
export function SeatsSection({ session, seats }: SeatsSectionProps) {
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
