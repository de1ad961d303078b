import { Heading, Link } from '@utrecht/component-library-react'
import { TickBox } from '@/components/form/tick-box'
import type { TriageState } from '@/lib/questions/schema'
import styles from './asked-question-list.module.css'
import { QuestionChanged } from './question-changed'
import { QuestionContext } from './question-context'
import { QuestionFacts } from './question-facts'

export type AskedQuestionRow = {
  id: string
  text: string
  place: string
  role: string
  inTime: boolean
  textInTime: string | null
  textBefore: string | null
  state: TriageState
  theme: { id: string; name: string } | null
  owner: { name: string } | null
  note: string
  clarification: string
  context: { id: string; question: string; text: string }[]
  version: number
}

/** A heading is read in one breath: a longer text follows under it whole. */
const headingLength = 280

type Props = { question: AskedQuestionRow; href: string; tick: { name: string; ticked: boolean } | null }

/** One question in the list, with what is known about it and a way to tick it. */
export function AskedQuestionArticle({ question, href, tick }: Props) {
  const { id, text, place, note, clarification, context, version } = question
  const short = text.length <= headingLength ? text : `${text.slice(0, headingLength).replace(/\s+\S*$/, '')}…`
  return (
    <article className={styles.question} aria-labelledby={`vraag-${id}`}>
      {tick ? (
        <TickBox
          id={`kies-${id}`}
          name={tick.name}
          value={`${id}:${version}`}
          defaultChecked={tick.ticked}
          aria-label={`Vink aan: ${place}, ${short}`}
          className={styles.tick}
        />
      ) : (
        <span />
      )}
      <div>
        <Heading level={3} id={`vraag-${id}`} className={styles.title}>
          <Link href={href}>{short}</Link>
        </Heading>
        <QuestionFacts question={{ ...question, theme: null }} />
        {short === text ? null : <p className={styles.text}>{text}</p>}
        <QuestionChanged {...question} />
        {clarification ? (
          <p className={styles.told}>
            <strong>Toelichting: </strong>
            {clarification}
          </p>
        ) : null}
        {note ? (
          <p className={styles.told}>
            <strong>Notitie: </strong>
            {note}
          </p>
        ) : null}
        <QuestionContext context={context} />
      </div>
    </article>
  )
}
