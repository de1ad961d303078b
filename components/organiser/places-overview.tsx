import { Link, Paragraph } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import { addressOf, everybody, type Places } from '@/lib/registrations/rules'
import { capacityInWords } from './capacity-words'
import styles from './places-overview.module.css'

type Props = { sessionId: string; places: Places }

/** How the places of a kennissessie stand, each number leading to who that are, if there are any. Nothing when there is no limit and nobody waits. */
export function PlacesOverview({ sessionId, places }: Props) {
  const { capacity, taken, offered, waiting } = places
  if (capacity === null && offered + waiting === 0) return null
  const groups = [
    { state: 'signed-up', count: taken, label: 'bezet' },
    { state: 'offered', count: offered, label: 'aangeboden' },
    { state: 'waiting', count: waiting, label: 'op de wachtlijst' },
  ] as const
  return (
    <Paragraph className={styles.places}>
      <strong>{capacityInWords(capacity)}:</strong>
      {groups.map(({ state, count, label }) =>
        count === 0 ? (
          <span key={state}>0 {label}</span>
        ) : (
          <Link key={state} href={routes.registrations(sessionId, addressOf({ ...everybody, state }))}>
            {count.toLocaleString('nl-NL')} {label}
          </Link>
        ),
      )}
    </Paragraph>
  )
}
