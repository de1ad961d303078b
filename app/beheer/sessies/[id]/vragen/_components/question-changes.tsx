import { Callout } from '@/components/ui/callout'
import styles from './question-changes.module.css'

type Props = {
  /** What was asked in time, when something else was asked later in its place. */
  textAtDeadline: string | null
  /** What the question was when it was last decided about, when that is not what it is now. */
  textAtDecision: string | null
}

/** That the asker changed the question: after the question deadline, or since it was decided about. Both with what it was. */
export function QuestionChanges({ textAtDeadline, textAtDecision }: Props) {
  return (
    <>
      {textAtDeadline === null ? null : (
        <Callout title="Gewijzigd na de vragentermijn.">
          Toegezegd is wat op tijd werd gevraagd:
          <q className={styles.was}>{textAtDeadline}</q>
        </Callout>
      )}
      {textAtDecision === null ? null : (
        <Callout tone="alarm" title="De vraag is veranderd nadat jullie hem indeelden.">
          {textAtDecision === textAtDeadline ? (
            'Jullie deelden in wat op tijd werd gevraagd.'
          ) : (
            <>
              Toen stond er:
              <q className={styles.was}>{textAtDecision}</q>
            </>
          )}{' '}
          Klopt jullie keuze nog? Bewaar hem dan opnieuw.
        </Callout>
      )}
    </>
  )
}
