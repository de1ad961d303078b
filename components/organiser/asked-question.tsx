'use client'

import { Heading } from '@utrecht/component-library-react'
import { useEffect, useRef } from 'react'
import { PageTitle } from '@/components/layout/page-title'
import type { TriageState } from '@/lib/questions/schema'
import styles from './asked-question.module.css'
import { QuestionChanged } from './question-changed'
import { QuestionContext } from './question-context'
import { QuestionFacts } from './question-facts'

type Props = {
  question: {
    text: string
    place: string
    role: string
    inTime: boolean
    textInTime: string | null
    textBefore: string | null
    state: TriageState
    owner: { name: string } | null
    theme: { name: string } | null
    clarification: string
    context: { id: string; question: string; text: string }[]
  }
  /** Which of how many: "Vraag 3 van 12". */
  over: string
  /** Somebody comes here from the question before: then this is what the keyboard goes on from. */
  arrived?: boolean
}

/** One asked question, with what the asker answered beside it. */
export function AskedQuestion({ question, over, arrived = false }: Props) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (arrived) box.current?.focus()
  }, [arrived])
  return (
    <section ref={box} id="vraag" tabIndex={-1} aria-label={over} className={styles.question}>
      <PageTitle size="calm" over={over}>
        Vraag van {question.place}
      </PageTitle>
      <blockquote className={styles.text}>{question.text}</blockquote>
      <QuestionFacts question={question} />
      <QuestionChanged {...question} />
      {question.clarification ? (
        <div className={styles.told}>
          <Heading level={2}>Toelichting</Heading>
          <p>{question.clarification}</p>
        </div>
      ) : null}
      <QuestionContext context={question.context} />
    </section>
  )
}
