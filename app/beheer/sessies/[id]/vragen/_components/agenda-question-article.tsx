import { Heading, Link } from '@utrecht/component-library-react'
import { CheckboxInput } from '@/components/form/choices/checkbox-input'
import type { listQuestionViews } from '@/lib/triage/queries'
import styles from './agenda-question-list.module.css'
import { OtherAnswers } from './other-answers'
import { QuestionChanges } from './question-changes'
import { QuestionFacts } from './question-facts'

export type AgendaQuestionRow = Awaited<ReturnType<typeof listQuestionViews>>[number]

/** A longer text is cut in the heading, and follows in full below it. */
const maxHeadingLength = 280

type Props = { question: AgendaQuestionRow; href: string; checkbox: { name: string; checked: boolean } | null }

/** One question of the list, with a checkbox unless the round is closed. */
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
