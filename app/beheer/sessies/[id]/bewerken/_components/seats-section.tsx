import { Link } from '@utrecht/component-library-react'
import { capacityLabel, seatCountsLabel } from '@/app/beheer/sessies/_components/capacity-copy'
import { DescriptionList } from '@/components/ui/text/description-list'
import { routes } from '@/lib/platform/routes'
import type { Seats } from '@/lib/registrations/waitlist/rules'
import { EditSection } from './edit-section'
import styles from './edit-section.module.css'

type Props = { session: { id: string; cancelledAt: Date | null }; seats: Seats }

/** How many places a kennissessie has, how they stand, and the way to change it. */
export function SeatsSection({ session, seats }: Props) {
  const { capacity, offered, waitlisted } = seats
  const showCounts = capacity !== null || offered + waitlisted > 0
  return (
    <EditSection id="plaatsen" title="Plaatsen">
      <DescriptionList
        layout="rows"
        items={[
          { term: 'Aantal', detail: capacityLabel(capacity) },
          ...(showCounts ? [{ term: 'Nu', detail: seatCountsLabel(seats) }] : []),
        ]}
      />
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
