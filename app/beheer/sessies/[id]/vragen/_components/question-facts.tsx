import { DeadlineBadge } from '@/app/beheer/sessies/[id]/_components/deadline-badge'
import { triageStateLabels } from '@/components/triage/triage-copy'
import { Badge } from '@/components/ui/badge'
import type { TriageState } from '@/lib/triage/schema'
import styles from './question-facts.module.css'

type Props = {
  question: {
    place: string
    role: string
    inTime: boolean
    state: TriageState
    owner: { name: string } | null
    theme?: { name: string } | null
  }
}

/** Where a question comes from and how it stands, in one line. */
export function QuestionFacts({ question }: Props) {
  const { place, role, inTime, state, owner, theme } = question
  return (
    <p className={styles.facts}>
      <span className={styles.who}>
        {place}, {role}
      </span>
      <DeadlineBadge inTime={inTime} />
      <Badge>{triageStateLabels[state]}</Badge>
      {theme ? <span>Thema: {theme.name}</span> : null}
      {owner ? <span>Bij {owner.name}</span> : null}
    </p>
  )
}
