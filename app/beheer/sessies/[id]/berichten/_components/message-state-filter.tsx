import { Link } from '@utrecht/component-library-react'
import styles from '@/app/beheer/sessies/[id]/_components/filter-nav.module.css'
import { routes } from '@/lib/platform/routes'

const labels = {
  waiting: 'Gepland',
  sent: 'Verstuurd',
  failed: 'Mislukt',
  double: 'Mogelijk dubbel',
  cancelled: 'Niet verstuurd',
} as const

type State = keyof typeof labels

/** Which mails the list shows, with how many there are of each. */
export function MessageStateFilter(props: { sessionId: string; counts: Record<State, number>; show: State | null }) {
  const { sessionId, counts, show } = props
  const states = (Object.keys(labels) as State[]).filter((state) => counts[state] > 0 || state === show)
  return (
    <nav aria-label="Welke berichten">
      <ul className={styles.filter}>
        <li>
          <Link href={routes.messages(sessionId)} aria-current={show ? undefined : 'page'}>
            Alle
          </Link>
        </li>
        {states.map((state) => (
          <li key={state}>
            <Link href={routes.messages(sessionId, { show: state })} aria-current={state === show ? 'page' : undefined}>
              {labels[state]} ({counts[state].toLocaleString('nl-NL')})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
