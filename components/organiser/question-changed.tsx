import { Note } from '@/components/form/note'
import styles from './question-changed.module.css'

type Props = {
  /** What was asked in time, when something else was asked later in its place. */
  textInTime: string | null
  /** What the question was when it was last decided about, when that is not what it is now. */
  textBefore: string | null
}

/** That the asker changed the question: after the question deadline, or since it was decided about. Both with what it was. */
export function QuestionChanged({ textInTime, textBefore }: Props) {
  return (
    <>
      {textInTime === null ? null : (
        <Note lead="Gewijzigd na de vragentermijn.">
          Toegezegd is wat op tijd werd gevraagd:
          <q className={styles.was}>{textInTime}</q>
        </Note>
      )}
      {textBefore === null ? null : (
        <Note tone="alarm" lead="De vraag is veranderd nadat jullie hem indeelden.">
          {textBefore === textInTime ? (
            'Jullie deelden in wat op tijd werd gevraagd.'
          ) : (
            <>
              Toen stond er:
              <q className={styles.was}>{textBefore}</q>
            </>
          )}{' '}
          Klopt jullie keuze nog? Bewaar hem dan opnieuw.
        </Note>
      )}
    </>
  )
}
