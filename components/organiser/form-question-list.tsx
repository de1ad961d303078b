'use client'

import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { type ReactNode, useActionState, useEffect } from 'react'
import { Note } from '@/components/form/note'
import { Refused } from '@/components/form/refused'
import { routes } from '@/lib/platform/routes'
import type { QuestionChange, QuestionKind, QuestionRefusal } from '@/lib/sessions/schema-questions'
import styles from './form-question-list.module.css'
import { kindLabels, questionRefusals } from './form-question-words'

export type FormQuestionListState =
  | { status: 'idle' }
  | { status: 'refused'; reason: QuestionRefusal }
  | { status: 'done'; change: QuestionChange; id: string }

type Question = {
  id: string
  label: string
  required: boolean
  kind: QuestionKind
  isAsked: boolean
  retiredAt: Date | null
  answers: number
}

type Props = {
  action: (previous: FormQuestionListState, form: FormData) => Promise<FormQuestionListState>
  sessionId: string
  questions: Question[]
  /** Whoever is logged in may delete a question. */
  canDelete: boolean
  /** The form as it is shown, from `orderOf`. */
  seen: string
}

/** The questions of a form in their order, and below those that are no longer asked. */
export function FormQuestionList({ action, sessionId, questions, canDelete, seen }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const asked = questions.filter(({ retiredAt }) => retiredAt === null)
  const retired = questions.filter(({ retiredAt }) => retiredAt !== null)
  useEffect(() => {
    // The row that moved took its button along, and with it the focus.
    if (state.status === 'done') focusOn(state.id, state.change)
  }, [state])

  // A form without a button is none.
  if (questions.length === 0 && state.status === 'idle') return <Paragraph>{noQuestions}</Paragraph>

  const button = ({ id, label }: Question, change: QuestionChange) => (
    <button
      key={change}
      type="submit"
      id={`knop-${change}-${id}`}
      name="press"
      value={`${change} ${id}`}
      className={styles.button}
    >
      {buttons[change]}
      <span className="visually-hidden"> “{label}”</span>
    </button>
  )
  return (
    <form action={send}>
      <input type="hidden" name="seen" value={seen} />
      {state.status === 'refused' ? (
        <Refused lead={questionRefusals[state.reason].lead} sending={state}>
          {questionRefusals[state.reason].text}
        </Refused>
      ) : null}
      {state.status === 'done' ? <Done change={state.change} questions={questions} id={state.id} /> : null}
      {asked.length === 0 ? <Paragraph>{noQuestions}</Paragraph> : null}
      <ol className={styles.questions}>
        {asked.map((question, index) => (
          <Row key={question.id} sessionId={sessionId} question={question}>
            {index > 0 ? button(question, 'up') : null}
            {index < asked.length - 1 ? button(question, 'down') : null}
            {question.kind === 'text' && !question.isAsked ? button(question, 'treat') : null}
            {question.isAsked ? null : button(question, 'retire')}
          </Row>
        ))}
      </ol>
      {retired.length > 0 ? (
        <section aria-labelledby="niet-meer" className={styles.retired}>
          <Heading level={3} id="niet-meer">
            Vragen die je niet meer stelt
          </Heading>
          <ul className={styles.questions}>
            {retired.map((question) => (
              <Row key={question.id} sessionId={sessionId} question={question}>
                {button(question, 'ask')}
                {canDelete && question.answers === 0 ? button(question, 'delete') : null}
              </Row>
            ))}
          </ul>
        </section>
      ) : null}
    </form>
  )
}

const noQuestions = 'Het formulier heeft nog geen eigen vragen.'

const buttons: Record<QuestionChange, string> = {
  up: 'Naar boven',
  down: 'Naar beneden',
  treat: 'Behandelen in de vragenronde',
  retire: 'Niet meer stellen',
  ask: 'Weer stellen',
  delete: 'Verwijderen',
}

function focusOn(id: string, change: QuestionChange) {
  const wanted = change === 'up' ? ['up', 'down'] : ['down', 'up']
  const found = wanted.map((way) => document.getElementById(`knop-${way}-${id}`)).find((element) => element !== null)
  if (change === 'up' || change === 'down') found?.focus()
}

function Done({ change, questions, id }: { change: QuestionChange; questions: Question[]; id: string }) {
  const asked = questions.filter(({ retiredAt }) => retiredAt === null)
  const place = asked.findIndex((question) => question.id === id) + 1
  const news: Record<QuestionChange, string> = {
    up: `De vraag staat nu op plaats ${place}.`,
    down: `De vraag staat nu op plaats ${place}.`,
    treat: 'De antwoorden op deze vraag staan nu in de vragenronde.',
    retire: 'Je stelt de vraag niet meer. Antwoorden die er al zijn, blijven bewaard.',
    ask: 'Je stelt de vraag weer.',
    delete: 'De vraag is verwijderd.',
  }
  return <Note tone="good" role="status" lead={news[change]} />
}

type RowProps = { sessionId: string; question: Question; children: ReactNode }

function Row({ sessionId, question, children }: RowProps) {
  const { id, label, kind, isAsked, required, answers } = question
  return (
    <li>
      <Link href={routes.formQuestion(sessionId, id)} className={styles.label}>
        {label}
      </Link>
      <p className={styles.about}>
        {kindLabels[kind]}
        {required ? '' : ', niet verplicht'}. {answered(answers)}
        {isAsked ? (
          <strong className={styles.treated}>De antwoorden behandelen jullie in de vragenronde.</strong>
        ) : null}
      </p>
      <div className={styles.buttons}>{children}</div>
    </li>
  )
}

function answered(answers: number): string {
  if (answers === 0) return 'Nog niet beantwoord.'
  return answers === 1 ? '1 keer beantwoord.' : `${answers.toLocaleString('nl-NL')} keer beantwoord.`
}
