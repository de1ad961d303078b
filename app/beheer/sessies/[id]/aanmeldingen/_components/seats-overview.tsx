import { Link, Paragraph } from '@utrecht/component-library-react'
import { capacityLabel, statusCountLabel } from '@/app/beheer/sessies/_components/capacity-copy'
import { routes } from '@/lib/platform/routes'
import { defaultSearch, searchToQuery } from '@/lib/registrations/admin/search-params'
import type { Seats } from '@/lib/registrations/waitlist/rules'
import styles from './seats-overview.module.css'

/** Shows seat counts that link to the registrations. Renders nothing if there is no capacity, offer or waitlist. */
export function SeatsOverview({ sessionId, seats }: { sessionId: string; seats: Seats }) {
  const { capacity, taken, offered, waitlisted } = seats
  if (capacity === null && offered + waitlisted === 0) return null
  const groups = [
    { state: 'signed-up', count: taken },
    { state: 'offered', count: offered },
    { state: 'waitlisted', count: waitlisted },
  ] as const
  return (
    <Paragraph className={styles.places}>
      <strong>{capacityLabel(capacity)}:</strong>
      {groups.map(({ state, count }) =>
        count === 0 ? (
          <span key={state}>{statusCountLabel(state, 0)}</span>
        ) : (
          <Link key={state} href={routes.registrations(sessionId, searchToQuery({ ...defaultSearch, state }))}>
            {statusCountLabel(state, count)}
          </Link>
        ),
      )}
    </Paragraph>
  )
}
