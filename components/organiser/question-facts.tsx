import { Badge } from '@/components/layout/badge'
import type { TriageState } from '@/lib/questions/schema'
import { InTime } from './in-time'
import styles from './question-facts.module.css'
import { stateLabels } from './question-words'

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
      <InTime inTime={inTime} />
      <Badge>{stateLabels[state]}</Badge>
      {theme ? <span>Thema: {theme.name}</span> : null}
      {owner ? <span>Bij {owner.name}</span> : null}
    </p>
  )
}
