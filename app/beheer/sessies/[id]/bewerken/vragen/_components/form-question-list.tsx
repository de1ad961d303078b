'use client'

import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { type ReactNode, useEffect } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { ActionForm } from '@/components/form/submission/action-form'
import { Callout } from '@/components/ui/callout'
import { routes } from '@/lib/platform/routes'
import {
  type FormQuestionRefusal,
  type QuestionChange,
  type QuestionInput,
  questionLimits,
} from '@/lib/sessions/form-questions-schema'
import type { listAllFormQuestions } from '@/lib/sessions/queries'
import { formFingerprint } from '@/lib/sessions/rules'
import styles from './form-question-list.module.css'

export type FormQuestionListState = FormState<null, never, FormQuestionRefusal, { change: QuestionChange; id: string }>

type Question = Awaited<ReturnType<typeof listAllFormQuestions>>[number]

export const questionKindLabels: Record<QuestionInput['kind'], string> = {
  text: 'Een antwoord in eigen woorden',
  one: 'Eén keuze uit een lijst',
  several: 'Een of meer keuzes uit een lijst',
}

export const formQuestionRefusals: Record<FormQuestionRefusal, { title: string; text: string }> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Er is niets bewaard.' },
  'unknown-question': { title: 'Deze vraag is er niet meer.', text: 'Een collega heeft hem net verwijderd.' },
  'changed-meanwhile': {
    title: 'Een collega heeft net iets aan de vragen veranderd.',
    text: 'Jouw verandering is niet bewaard. Kijk hoe het er nu staat.',
  },
  'has-answers': {
    title: 'Deze vraag is net beantwoord.',
    text: 'Verwijderen kan daarom niet meer. Je kunt wel stoppen met hem te stellen: de antwoorden blijven dan bewaard.',
  },
  'kind-is-fixed': {
    title: 'Deze vraag is net beantwoord.',
    text: 'Hoe mensen hem beantwoorden, kan daarom niet meer veranderen. De rest wel.',
  },
  'not-free-text': {
    title: 'Deze vraag heeft keuzes.',
    text: 'In de vragenronde behandelen jullie wat mensen in eigen woorden vragen. Kies een andere vraag.',
  },
  'triage-started': {
    title: 'De vragenronde is al begonnen.',
    text: 'Jullie hebben al iets besloten over antwoorden op een andere vraag. Die blijft daarom de vraag van de vragenronde.',
  },
  'is-agenda-question': {
    title: 'Deze vraag behandelen jullie in de vragenronde.',
    text: 'Kies daar eerst een andere vraag voor. Daarna kan dit wel.',
  },
  'too-many': {
    title: 'Het formulier is vol.',
    text: `Er passen ${questionLimits.activeQuestions} vragen in. Stop eerst met een andere vraag.`,
  },
}

const buttonLabels: Record<QuestionChange, string> = {
  up: 'Naar boven',
  down: 'Naar beneden',
  choose: 'Behandelen in de vragenronde',
  retire: 'Niet meer stellen',
  restore: 'Weer stellen',
  delete: 'Verwijderen',
}

const doneMessages: Record<Exclude<QuestionChange, 'up' | 'down'>, string> = {
  choose: 'De antwoorden op deze vraag staan nu in de vragenronde.',
  retire: 'Je stelt de vraag niet meer. Antwoorden die er al zijn, blijven bewaard.',
  restore: 'Je stelt de vraag weer.',
  delete: 'De vraag is verwijderd.',
}

type Props = { action: FormAction<FormQuestionListState>; sessionId: string; questions: Question[]; canDelete: boolean }

/** Shows the active and retired questions of a sign-up form, with buttons to move, retire, restore or delete them. */
export function FormQuestionList({ action, sessionId, questions, canDelete }: Props) {
  const { state, send, result, refusal } = useFormAction(action, { values: null, refusals: formQuestionRefusals })
  const activeQuestions = questions.filter(({ retiredAt }) => !retiredAt)
  const retiredQuestions = questions.filter(({ retiredAt }) => retiredAt)
  useEffect(() => {
    // The pressed button moved with its row and loses the focus, or is gone at an end of the list.
    if (result?.change === 'up' || result?.change === 'down') focusMoveButton(result.id, result.change)
  }, [result])

  const emptyMessage = <Paragraph>Het formulier heeft nog geen eigen vragen.</Paragraph>
  if (questions.length === 0 && state.status === 'idle') return emptyMessage

  const button = ({ id, label }: Question, change: QuestionChange) => (
    <button type="submit" id={`knop-${change}-${id}`} name="intent" value={`${change} ${id}`} className={styles.button}>
      {buttonLabels[change]}
      <span className="visually-hidden"> “{label}”</span>
    </button>
  )
  const doneMessage = (change: QuestionChange, id: string) =>
    change === 'up' || change === 'down'
      ? `De vraag staat nu op plaats ${activeQuestions.findIndex((question) => question.id === id) + 1}.`
      : doneMessages[change]
  return (
    <ActionForm send={send}>
      <input type="hidden" name="seen" value={formFingerprint(questions)} />
      <FormFeedback pageTitle={null} refusal={refusal} submission={state} />
      {result ? <Callout tone="good" role="status" title={doneMessage(result.change, result.id)} /> : null}
      {activeQuestions.length === 0 ? emptyMessage : null}
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
    </ActionForm>
  )
}

/**
 * After a question moved up or down, focuses its button for the same direction or, at an end of the list, its other
 * button.
 */
function focusMoveButton(id: string, change: 'up' | 'down') {
  const moveButton = (direction: 'up' | 'down') => document.getElementById(`knop-${direction}-${id}`)
  const target = moveButton(change) ?? moveButton(change === 'up' ? 'down' : 'up')
  target?.focus()
}

function QuestionRow({
  sessionId,
  question,
  children,
}: {
  sessionId: string
  question: Question
  children: ReactNode
}) {
  const { id, label, kind, isAgendaQuestion, required, answers } = question
  return (
    <li>
      <Link href={routes.formQuestion(sessionId, id)} className={styles.label}>
        {label}
      </Link>
      <p className={styles.about}>
        {questionKindLabels[kind]}
        {required ? '' : ', niet verplicht'}.{' '}
        {answers === 0 ? 'Nog niet beantwoord.' : `${answers.toLocaleString('nl-NL')} keer beantwoord.`}
        {isAgendaQuestion ? (
          <strong className={styles.treated}>De antwoorden behandelen jullie in de vragenronde.</strong>
        ) : null}
      </p>
      <div className={styles.buttons}>{children}</div>
    </li>
  )
}
