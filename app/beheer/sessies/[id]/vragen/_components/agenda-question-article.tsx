import { Heading, Link } from '@utrecht/component-library-react'
import { CheckboxInput } from '@/components/form/choices/checkbox-input'
import type { TriageState } from '@/lib/triage/schema'
import styles from './agenda-question-list.module.css'
import { OtherAnswers } from './other-answers'
import { QuestionChanges } from './question-changes'
import { QuestionFacts } from './question-facts'

export type AgendaQuestionRow = {
  id: string
  text: string
  workplace: string
  role: string
  askedBeforeDeadline: boolean
  textAtDeadline: string | null
  textAtDecision: string | null
  state: TriageState
  theme: { id: string; name: string } | null
  owner: { name: string } | null
  note: string
  clarification: string
  context: { id: string; question: string; text: string }[]
  version: number
}

/** A heading is read in one breath: a longer text follows under it whole. */
const maxHeadingLength = 280

type Props = { question: AgendaQuestionRow; href: string; checkbox: { name: string; checked: boolean } | null }

/** One question in the list, with what is known about it and a way to tick it. */
export function AgendaQuestionArticle({ question, href, checkbox }: Props) {
  const { id, text, workplace, note, clarification, context, version } = question
  const excerpt = text.length <= maxHeadingLength ? text : `${text.slice(0, maxHeadingLength).replace(/\s+\S*$/, '')}…`
  return (
    <article className={styles.question} aria-labelledby={`vraag-${id}`}>
      {checkbox ? (
        <CheckboxInput
          id={`kies-${id}`}
          name={checkbox.name}
          value={`${id}:${version}`}
          defaultChecked={checkbox.checked}
          aria-label={`Vink aan: ${workplace}, ${excerpt}`}
          className={styles.tick}
        />
      ) : (
        <span />
      )}
      <div>
        <Heading level={3} id={`vraag-${id}`} className={styles.title}>
          <Link href={href}>{excerpt}</Link>
        </Heading>
        <QuestionFacts question={{ ...question, theme: null }} />
        {excerpt === text ? null : <p className={styles.text}>{text}</p>}
        <QuestionChanges {...question} />
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
        <OtherAnswers context={context} />
      </div>
    </article>
  )
}
