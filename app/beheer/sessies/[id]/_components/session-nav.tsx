import { Link } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import styles from './session-nav.module.css'

const parts = [
  ['registrations', 'Aanmeldingen'],
  ['agendaQuestions', 'Vragen'],
  ['statistics', 'Cijfers'],
  ['messages', 'Berichten'],
  ['release', 'Vrijgeven'],
  ['editSession', 'Bewerken'],
] as const

export type SessionPart = (typeof parts)[number][0]

/** From one part of a kennissessie at the desk to another. */
export function SessionNav({ sessionId, current }: { sessionId: string; current: SessionPart }) {
  return (
    <nav aria-label="Deze kennissessie">
      <ul className={styles.parts}>
        {parts.map(([part, label]) => (
          <li key={part}>
            <Link
              href={routes[part](sessionId)}
              aria-current={part === current ? 'page' : undefined}
              className={styles.part}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
