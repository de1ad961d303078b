import { Link } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import type { QuestionFilter } from '@/lib/triage/schema'
import styles from './question-links.module.css'

type Props = {
  sessionId: string
  answerId: string
  asker: { id: string; name: string }
  /** The next one of the list, and which list that is. */
  next: string | null
  filter: QuestionFilter
  /** Something can still be asked or written down. */
  canClarify: boolean
}

/** From a question to what belongs to it. Comes after the form, so that the keyboard is there sooner. */
export function QuestionLinks({ sessionId, answerId, asker, next, filter, canClarify }: Props) {
  return (
    <nav aria-label="Bij deze vraag" className={styles.ways}>
      {next ? <Link href={routes.agendaQuestion(sessionId, next, filter)}>Sla deze vraag over</Link> : null}
      {canClarify ? (
        <Link href={routes.clarification(sessionId, answerId)}>Toelichting vragen of opschrijven</Link>
      ) : null}
      <Link href={routes.registration(sessionId, asker.id)}>Aanmelding van {asker.name}</Link>
    </nav>
  )
}
