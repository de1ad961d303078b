'use client'

import { Heading, Link } from '@utrecht/component-library-react'
import { DeadlineBadge } from '@/app/beheer/sessies/[id]/_components/deadline-badge'
import disclosure from '@/app/beheer/sessies/[id]/_components/disclosure.module.css'
import { CheckboxInput } from '@/components/form/choices/checkbox-input'
import { useFocusOnChange } from '@/components/form/use-focus-on-change'
import { triageStateLabels } from '@/components/triage/triage-copy'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { PageTitle } from '@/components/ui/page/page-title'
import { shortenText } from '@/lib/platform/text'
import type { QuestionView } from '@/lib/triage/queries'
import styles from './agenda-question.module.css'

type Props = { question: QuestionView; eyebrow: string; shouldFocus?: boolean }

/** Shows an agenda question in full. `eyebrow` is the line above its title; `shouldFocus` moves the focus to it. */
export function AgendaQuestion({ question, eyebrow, shouldFocus = false }: Props) {
  const sectionRef = useFocusOnChange<HTMLElement>(shouldFocus)
  return (
    <section ref={sectionRef} id="vraag" tabIndex={-1} aria-label={eyebrow} className={styles.page}>
      <PageTitle size="calm" eyebrow={eyebrow}>
        Vraag van {question.workplace}
      </PageTitle>
      <blockquote className={styles.quote}>{question.text}</blockquote>
      <QuestionFacts question={question} themeName={question.theme?.name} />
      <QuestionChanges question={question} />
      {question.clarification ? (
        <div className={styles.clarification}>
          <Heading level={2}>Toelichting</Heading>
          <p>{question.clarification}</p>
        </div>
      ) : null}
      <OtherAnswers answers={question.otherAnswers} />
    </section>
  )
}

type ArticleProps = { question: QuestionView; href: string; isTicked: boolean | null }

/** Shows an agenda question in the list, with a link to `href` and, unless `isTicked` is `null`, a checkbox. */
export function AgendaQuestionArticle({ question, href, isTicked }: ArticleProps) {
  const { id, text, workplace, version } = question
  const heading = shortenText(text, 280)
  const remarks = [
    { label: 'Toelichting: ', remark: question.clarification },
    { label: 'Notitie: ', remark: question.note },
  ]
  return (
    <article className={styles.article} aria-labelledby={`vraag-${id}`}>
      {isTicked === null ? (
        <span />
      ) : (
        <CheckboxInput
          id={`kies-${id}`}
          name="ticked"
          value={`${id}:${version}`}
          defaultChecked={isTicked}
          aria-label={`Vink aan: ${workplace}, ${heading}`}
          className={styles.checkbox}
        />
      )}
      <div>
        <Heading level={3} id={`vraag-${id}`} className={styles.title}>
          <Link href={href}>{heading}</Link>
        </Heading>
        <QuestionFacts question={question} />
        {heading === text ? null : <p className={styles.text}>{text}</p>}
        <QuestionChanges question={question} />
        {remarks.map(({ label, remark }) =>
          remark ? (
            <p key={label} className={styles.remark}>
              <strong>{label}</strong>
              {remark}
            </p>
          ) : null,
        )}
        <OtherAnswers answers={question.otherAnswers} />
      </div>
    </article>
  )
}

/**
 * Shows in one line the asker's workplace and role, whether the question was asked before the question deadline, and
 * the state, theme and owner of the question.
 */
function QuestionFacts({ question, themeName }: { question: QuestionView; themeName?: string }) {
  const { workplace, role, askedBeforeDeadline, state, owner } = question
  return (
    <p className={styles.facts}>
      <span className={styles.origin}>
        {workplace}, {role}
      </span>
      <DeadlineBadge inTime={askedBeforeDeadline} />
      <Badge>{triageStateLabels[state]}</Badge>
      {themeName ? <span>Thema: {themeName}</span> : null}
      {owner ? (
        <span>
          Bij <bdi>{owner.name}</bdi>
        </span>
      ) : null}
    </p>
  )
}

/** Shows the earlier text of a question that was edited after the question deadline or the organisers' decision. */
function QuestionChanges({ question: { textAtDeadline, textAtDecision } }: { question: QuestionView }) {
  return (
    <>
      {textAtDeadline === null ? null : (
        <Callout title="Gewijzigd na de vragentermijn.">
          Toegezegd is wat op tijd werd gevraagd:
          <q className={styles.earlierText}>{textAtDeadline}</q>
        </Callout>
      )}
      {textAtDecision === null ? null : (
        <Callout tone="alarm" title="De vraag is veranderd nadat jullie hem indeelden.">
          {textAtDecision === textAtDeadline ? (
            'Jullie deelden in wat op tijd werd gevraagd.'
          ) : (
            <>
              Toen stond er:
              <q className={styles.earlierText}>{textAtDecision}</q>
            </>
          )}{' '}
          Klopt jullie keuze nog? Bewaar hem dan opnieuw.
        </Callout>
      )}
    </>
  )
}

/** Shows the asker's answers to the other questions of the sign-up form, collapsed. Shows nothing without answers. */
function OtherAnswers({ answers }: { answers: QuestionView['otherAnswers'] }) {
  if (answers.length === 0) return null
  return (
    <details>
      <summary className={disclosure.more}>De andere antwoorden</summary>
      <dl className={disclosure.answers}>
        {answers.map(({ id, question, text }) => (
          <div key={id}>
            <dt>{question}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
