'use client'

import { Heading } from '@utrecht/component-library-react'
import { useEffect, useRef } from 'react'
import { OtherAnswers } from '@/app/beheer/sessies/[id]/vragen/_components/other-answers'
import { QuestionChanges } from '@/app/beheer/sessies/[id]/vragen/_components/question-changes'
import { QuestionFacts } from '@/app/beheer/sessies/[id]/vragen/_components/question-facts'
import { PageTitle } from '@/components/ui/page/page-title'
import type { getAgendaQuestion } from '@/lib/triage/queries'
import styles from './agenda-question.module.css'

type Props = {
  question: NonNullable<Awaited<ReturnType<typeof getAgendaQuestion>>>
  /** Position in the list: "Vraag 3 van 12". */
  eyebrow: string
  /** Whether the organiser comes from the previous question: the keyboard then continues here. */
  shouldFocus?: boolean
}

/** One agenda question, with the asker's other answers. */
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
