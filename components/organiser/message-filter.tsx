import { Link } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import styles from './message-filter.module.css'

const labels = {
  waiting: 'Gepland',
  sent: 'Verstuurd',
  failed: 'Mislukt',
  double: 'Mogelijk dubbel',
  dropped: 'Niet verstuurd',
} as const

type State = keyof typeof labels

/** Which mails the list shows, with how many there are of each. */
export function MessageFilter(props: { sessionId: string; counts: Record<State, number>; show: State | null }) {
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
