import { DeadlineBadge } from '@/app/beheer/sessies/[id]/_components/deadline-badge'
import { triageStateLabels } from '@/components/triage/triage-copy'
import { Badge } from '@/components/ui/badge'
import type { listQuestionViews } from '@/lib/triage/queries'
import styles from './question-facts.module.css'

type Props = {
  question: Pick<QuestionView, 'workplace' | 'role' | 'askedBeforeDeadline' | 'state' | 'owner'> & {
    theme: { name: string } | null
  }
}
type QuestionView = Awaited<ReturnType<typeof listQuestionViews>>[number]

/** The origin and the state of a question, in one line. */
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
