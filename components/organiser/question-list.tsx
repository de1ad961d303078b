'use client'

import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { type ReactNode, useActionState, useEffect } from 'react'
import { Note } from '@/components/form/note'
import { Refused } from '@/components/form/refused'
import { Table } from '@/components/layout/table'
import { routes } from '@/lib/platform/routes'
import type { QuestionChange, QuestionKind, QuestionRefusal } from '@/lib/sessions/schema-questions'
import styles from './question-list.module.css'
import { kindLabels, questionRefusals } from './question-words'
import lines from './rows.module.css'

export type QuestionListState =
  | { status: 'idle' }
  | { status: 'refused'; reason: QuestionRefusal }
  | { status: 'done'; change: QuestionChange; id: string }

type Question = {
  id: string
  label: string
  required: boolean
  kind: QuestionKind
  retiredAt: Date | null
  answers: number
}

type Props = {
  action: (previous: QuestionListState, form: FormData) => Promise<QuestionListState>
  sessionId: string
  questions: Question[]
  /** The form as it is shown, from `orderOf`. */
  seen: string
}

/** The questions of a form in their order, and below those that are no longer asked. */
export function QuestionList({ action, sessionId, questions, seen }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const asked = questions.filter(({ retiredAt }) => retiredAt === null)
  const retired = questions.filter(({ retiredAt }) => retiredAt !== null)
  useEffect(() => {
    // The row that moved took its button along, and with it the focus.
    if (state.status === 'done') focusOn(state.id, state.change)
  }, [state])

  const button = ({ id, label }: Question, change: QuestionChange) => (
    <Button
      key={change}
      type="submit"
      id={`knop-${change}-${id}`}
      name="press"
      value={`${change} ${id}`}
      appearance="subtle-button"
    >
      {buttons[change]}
      <span className="visually-hidden"> “{label}”</span>
    </Button>
  )
  const place = (question: Question) => asked.indexOf(question) + 1
  return (
    <form action={send}>
      <input type="hidden" name="seen" value={seen} />
      {state.status === 'refused' ? (
        <Refused lead={questionRefusals[state.reason].lead} sending={state}>
          {questionRefusals[state.reason].text}
        </Refused>
      ) : null}
      {state.status === 'done' ? <Done change={state.change} questions={questions} id={state.id} /> : null}
      {asked.length === 0 ? <Paragraph>Het formulier heeft nog geen eigen vragen.</Paragraph> : null}
      {asked.length > 0 ? (
        <Table caption="Vragen, in de volgorde van het formulier">
          <Heads />
          <tbody className={lines.rows}>
            {asked.map((question) => (
              <Row key={question.id} sessionId={sessionId} question={question} place={place(question)}>
                {place(question) > 1 ? button(question, 'up') : null}
                {place(question) < asked.length ? button(question, 'down') : null}
                {button(question, 'retire')}
              </Row>
            ))}
          </tbody>
        </Table>
      ) : null}
      {retired.length > 0 ? (
        <Table caption="Vragen die je niet meer stelt">
          <Heads />
          <tbody className={lines.rows}>
            {retired.map((question) => (
              <Row key={question.id} sessionId={sessionId} question={question}>
                {button(question, 'ask')}
                {question.answers === 0 ? button(question, 'delete') : null}
              </Row>
            ))}
          </tbody>
        </Table>
      ) : null}
    </form>
  )
}

const buttons: Record<QuestionChange, string> = {
  up: 'Naar boven',
  down: 'Naar beneden',
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
    retire: 'Je stelt de vraag niet meer. Antwoorden die er al zijn, blijven bewaard.',
    ask: 'Je stelt de vraag weer.',
    delete: 'De vraag is verwijderd.',
  }
  return <Note tone="good" role="status" lead={news[change]} />
}

function Heads() {
  return (
    <thead className={lines.heads}>
      <tr>
        <th scope="col">Plaats</th>
        <th scope="col">Vraag</th>
        <th scope="col">Antwoord</th>
        <th scope="col">Beantwoord</th>
        <th scope="col">Veranderen</th>
      </tr>
    </thead>
  )
}

type RowProps = { sessionId: string; question: Question; place?: number; children: ReactNode }

function Row({ sessionId, question, place, children }: RowProps) {
  const { id, label, kind, required, answers } = question
  return (
    <tr>
      <td>{place ?? '–'}</td>
      <th scope="row" className={styles.label}>
        <Link href={routes.question(sessionId, id)}>{label}</Link>
      </th>
      <td>
        {kindLabels[kind]}
        {required ? '' : ', niet verplicht'}
      </td>
      <td>{answers.toLocaleString('nl-NL')} keer</td>
      <td>
        <div className={styles.buttons}>{children}</div>
      </td>
    </tr>
  )
}
