'use client'

import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { type ReactNode, useEffect } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { Callout } from '@/components/ui/callout'
import { routes } from '@/lib/platform/routes'
import type { FormQuestionRefusal, QuestionChange } from '@/lib/sessions/form-questions-schema'
import type { listAllFormQuestions } from '@/lib/sessions/queries'
import { formQuestionRefusals, questionKindLabels } from './form-question-copy'
import styles from './form-question-list.module.css'

export type FormQuestionListState = FormState<null, never, FormQuestionRefusal, { change: QuestionChange; id: string }>

type Question = Awaited<ReturnType<typeof listAllFormQuestions>>[number]

type Props = {
  action: FormAction<FormQuestionListState>
  sessionId: string
  questions: Question[]
  canDelete: boolean
  /** Fingerprint of the listed questions. Comes back with a change. */
  orderDigest: string
}

/** The questions of a form in their order, above the retired ones. */
export function FormQuestionList({ action, sessionId, questions, canDelete, orderDigest }: Props) {
  const { state, send, result, refusal } = useFormAction(action, {
    values: null,
    describeRefusal: (reason) => formQuestionRefusals[reason],
  })
  const activeQuestions = questions.filter(({ retiredAt }) => retiredAt === null)
  const retiredQuestions = questions.filter(({ retiredAt }) => retiredAt !== null)
  useEffect(() => {
    // The pressed button moved along with its row.
    if (result) focusMoveButton(result.id, result.change)
  }, [result])

  if (questions.length === 0 && state.status === 'idle') return <Paragraph>{noQuestions}</Paragraph>

  const button = ({ id, label }: Question, change: QuestionChange) => (
    <button
      key={change}
      type="submit"
      id={`knop-${change}-${id}`}
      name="intent"
      value={`${change} ${id}`}
      className={styles.button}
    >
      {buttonLabels[change]}
      <span className="visually-hidden"> “{label}”</span>
    </button>
  )
  return (
    <form action={send}>
      <input type="hidden" name="seen" value={orderDigest} />
      <FormFeedback pageTitle={null} refusal={refusal} submission={state} />
      {result ? <DoneCallout {...result} questions={questions} /> : null}
      {activeQuestions.length === 0 ? <Paragraph>{noQuestions}</Paragraph> : null}
      <ol className={styles.questions}>
        {activeQuestions.map((question, index) => (
          <QuestionRow key={question.id} sessionId={sessionId} question={question}>
            {index > 0 ? button(question, 'up') : null}
            {index < activeQuestions.length - 1 ? button(question, 'down') : null}
            {question.kind === 'text' && !question.isAgendaQuestion ? button(question, 'choose') : null}
            {question.isAgendaQuestion ? null : button(question, 'retire')}
          </QuestionRow>
        ))}
      </ol>
      {retiredQuestions.length > 0 ? (
        <section aria-labelledby="niet-meer" className={styles.retired}>
          <Heading level={3} id="niet-meer">
            Vragen die je niet meer stelt
          </Heading>
          <ul className={styles.questions}>
            {retiredQuestions.map((question) => (
              <QuestionRow key={question.id} sessionId={sessionId} question={question}>
                {button(question, 'restore')}
                {canDelete && question.answers === 0 ? button(question, 'delete') : null}
              </QuestionRow>
            ))}
          </ul>
        </section>
      ) : null}
    </form>
  )
}

const noQuestions = 'Het formulier heeft nog geen eigen vragen.'

const buttonLabels: Record<QuestionChange, string> = {
  up: 'Naar boven',
  down: 'Naar beneden',
  choose: 'Behandelen in de vragenronde',
  retire: 'Niet meer stellen',
  restore: 'Weer stellen',
  delete: 'Verwijderen',
}

function focusMoveButton(id: string, change: QuestionChange) {
  const wanted = change === 'up' ? ['up', 'down'] : ['down', 'up']
  const found = wanted
    .map((direction) => document.getElementById(`knop-${direction}-${id}`))
    .find((element) => element !== null)
  if (change === 'up' || change === 'down') found?.focus()
}

function DoneCallout({ change, questions, id }: { change: QuestionChange; questions: Question[]; id: string }) {
  const activeQuestions = questions.filter(({ retiredAt }) => retiredAt === null)
  const position = activeQuestions.findIndex((question) => question.id === id) + 1
  const messages: Record<QuestionChange, string> = {
    up: `De vraag staat nu op plaats ${position}.`,
    down: `De vraag staat nu op plaats ${position}.`,
    choose: 'De antwoorden op deze vraag staan nu in de vragenronde.',
    retire: 'Je stelt de vraag niet meer. Antwoorden die er al zijn, blijven bewaard.',
    restore: 'Je stelt de vraag weer.',
    delete: 'De vraag is verwijderd.',
  }
  return <Callout tone="good" role="status" title={messages[change]} />
}

type QuestionRowProps = { sessionId: string; question: Question; children: ReactNode }

function QuestionRow({ sessionId, question, children }: QuestionRowProps) {
  const { id, label, kind, isAgendaQuestion, required, answers } = question
  return (
    <li>
      <Link href={routes.formQuestion(sessionId, id)} className={styles.label}>
        {label}
      </Link>
      <p className={styles.about}>
        {questionKindLabels[kind]}
        {required ? '' : ', niet verplicht'}. {answerCountSentence(answers)}
        {isAgendaQuestion ? (
          <strong className={styles.treated}>De antwoorden behandelen jullie in de vragenronde.</strong>
        ) : null}
      </p>
      <div className={styles.buttons}>{children}</div>
    </li>
  )
}

function answerCountSentence(answers: number): string {
  if (answers === 0) return 'Nog niet beantwoord.'
  return answers === 1 ? '1 keer beantwoord.' : `${answers.toLocaleString('nl-NL')} keer beantwoord.`
}
