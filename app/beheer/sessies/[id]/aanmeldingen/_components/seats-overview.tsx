import { Link, Paragraph } from '@utrecht/component-library-react'
import { capacityLabel } from '@/app/beheer/sessies/_components/capacity-copy'
import { routes } from '@/lib/platform/routes'
import { defaultSearch, searchToQuery } from '@/lib/registrations/admin/search-params'
import type { Seats } from '@/lib/registrations/waitlist/rules'
import styles from './seats-overview.module.css'

/** Shows seat counts that link to the registrations. Renders nothing if there is no capacity, offer or waitlist. */
export function SeatsOverview({ sessionId, seats }: { sessionId: string; seats: Seats }) {
  const { capacity, taken, offered, waitlisted } = seats
  if (capacity === null && offered + waitlisted === 0) return null
  const groups = [
    { state: 'signed-up', count: taken, label: 'bezet' },
    { state: 'offered', count: offered, label: 'aangeboden' },
    { state: 'waitlisted', count: waitlisted, label: 'op de wachtlijst' },
  ] as const
  return (
    <Paragraph className={styles.places}>
      <strong>{capacityLabel(capacity)}:</strong>
      {groups.map(({ state, count, label }) =>
        count === 0 ? (
          <span key={state}>0 {label}</span>
        ) : (
          <Link key={state} href={routes.registrations(sessionId, searchToQuery({ ...defaultSearch, state }))}>
            {count.toLocaleString('nl-NL')} {label}
          </Link>
        ),
      )}
    </Paragraph>
  )
}
