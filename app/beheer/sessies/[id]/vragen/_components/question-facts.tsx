import { DeadlineBadge } from '@/app/beheer/sessies/[id]/_components/deadline-badge'
import { triageStateLabels } from '@/components/triage/triage-copy'
import { Badge } from '@/components/ui/badge'
import type { TriageState } from '@/lib/triage/schema'
import styles from './question-facts.module.css'

type Props = {
  question: {
    workplace: string
    role: string
    askedBeforeDeadline: boolean
    state: TriageState
    owner: { name: string } | null
    theme?: { name: string } | null
  }
}

/** Where a question comes from and how it stands, in one line. */
export function QuestionFacts({ question }: Props) {
  const { workplace, role, askedBeforeDeadline, state, owner, theme } = question
  return (
    <p className={styles.facts}>
      <span className={styles.who}>
        {workplace}, {role}
      </span>
      <DeadlineBadge inTime={askedBeforeDeadline} />
      <Badge>{triageStateLabels[state]}</Badge>
      {theme ? <span>Thema: {theme.name}</span> : null}
      {owner ? <span>Bij {owner.name}</span> : null}
    </p>
  )
}
