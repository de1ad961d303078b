'use client'

import { Heading } from '@utrecht/component-library-react'
import { useEffect, useRef } from 'react'
import { OtherAnswers } from '@/app/beheer/sessies/[id]/vragen/_components/other-answers'
import { QuestionChanges } from '@/app/beheer/sessies/[id]/vragen/_components/question-changes'
import { QuestionFacts } from '@/app/beheer/sessies/[id]/vragen/_components/question-facts'
import { PageTitle } from '@/components/ui/page/page-title'
import type { TriageState } from '@/lib/triage/schema'
import styles from './agenda-question.module.css'

type Props = {
  question: {
    text: string
    workplace: string
    role: string
    askedBeforeDeadline: boolean
    textAtDeadline: string | null
    textAtDecision: string | null
    state: TriageState
    owner: { name: string } | null
    theme: { name: string } | null
    clarification: string
    context: { id: string; question: string; text: string }[]
  }
  /** Which of how many: "Vraag 3 van 12". */
  eyebrow: string
  /** Somebody comes here from the question before: then this is what the keyboard goes on from. */
  shouldFocus?: boolean
}

/** One asked question, with what the asker answered beside it. */
export function AgendaQuestion({ question, eyebrow, shouldFocus = false }: Props) {
  const sectionRef = useRef<HTMLElement>(null)
  useEffect(() => {
    if (shouldFocus) sectionRef.current?.focus()
  }, [shouldFocus])
  return (
    <section ref={sectionRef} id="vraag" tabIndex={-1} aria-label={eyebrow} className={styles.question}>
      <PageTitle size="calm" eyebrow={eyebrow}>
        Vraag van {question.workplace}
      </PageTitle>
      <blockquote className={styles.text}>{question.text}</blockquote>
      <QuestionFacts question={question} />
      <QuestionChanges {...question} />
      {question.clarification ? (
        <div className={styles.told}>
          <Heading level={2}>Toelichting</Heading>
          <p>{question.clarification}</p>
        </div>
      ) : null}
      <OtherAnswers context={question.context} />
    </section>
  )
}
