'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import type { ReactNode, SubmitEvent } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import {
  type FieldReason,
  type FormQuestion,
  type RegistrationInput,
  type RegistrationValues,
  registrationSchema,
  type SignUpRefusal,
} from '@/lib/registrations/schema'
import { AboutYou } from './about-you'
import type { ActionState } from './action-state'
import { emptyValues } from './empty-values'
import { ErrorSummary } from './error-summary'
import { Honeypot } from './honeypot'
import { choicesOnPage } from './question-field'
import { Refused } from './refused'
import { errorsInOrder, reasonsOf, toSentences } from './registration-errors'
import { refusalMessages } from './registration-words'
import { SentAnswers } from './sent-answers'
import { SubmitButton } from './submit-button'
import { TakingPart } from './taking-part'
import { useKeptAction } from './use-kept-action'
import { useLeastTime } from './use-least-time'
import type { WhyAsked } from './why-asked'
import { YourQuestions } from './your-questions'

export type SignUpState = ActionState<RegistrationValues, FieldReason, SignUpRefusal>

/** No second press of the button helps. */
const tooLate = new Set<SignUpRefusal>([
  'registration-not-open-yet',
  'registration-closed',
  'session-cancelled',
  'unknown-session',
])

type Props = {
  title: string
  heading: ReactNode
  questions: FormQuestion[]
  municipalities: MunicipalityOption[]
  formToken: string
  minSeconds: number
  privacy: ReactNode
  why: WhyAsked
  /** Whom to ask when the form was not taken. */
  contact: ReactNode
  /** Stands instead of the form when signing up is not possible (any more). */
  closed: ReactNode | null
  /** What the button says that sends it. */
  submit?: string
  /** Null for who only looks at it: then there is nothing to send it with. */
  action: ((previous: SignUpState, form: FormData) => Promise<SignUpState>) | null
}

/** The sign-up form. Without a script the browser sends it to the action as it is; with one it is checked first, by the same schema. */
export function RegistrationForm(props: Props) {
  const { title, heading, questions, municipalities, formToken, minSeconds, privacy, why, contact, closed, action } =
    props
  const { submit: button = 'Meld je aan' } = props
  const { state, send, pending, ...plain } = useKeptAction<SignUpState>(action ?? notSent, {
    idle: { status: 'idle' },
    unreached: { status: 'refused', reason: 'unavailable', values: emptyValues(questions) },
  })
  const values = state.status === 'idle' ? emptyValues(questions) : state.values
  const form = useForm<RegistrationValues, unknown, RegistrationInput>({
    // The other fields bring their own value: what somebody typed before the script came stays.
    defaultValues: {
      municipality: values.municipality,
      organisation: values.organisation,
      contactWish: contactWishOnPage(),
    },
    resolver: (typed, ...rest) => {
      const answers = { ...typed.answers, ...choicesOnPage(questions) }
      return zodResolver(registrationSchema(questions))({ ...typed, answers }, ...rest)
    },
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const secondsLeft = useLeastTime(minSeconds, formToken)

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    const data = new FormData(event.currentTarget)
    void form.handleSubmit(() => send(data, secondsLeft()))(event)
  }

  if (state.status === 'refused' && tooLate.has(state.reason)) {
    return <SentAnswers {...state} sending={state} {...{ questions, municipalities, contact }} />
  }
  if (closed) return closed
  const found = reasonsOf(form.formState.errors)
  const checkedHere = Object.keys(found).length > 0
  const errors = toSentences(checkedHere || state.status !== 'invalid' ? found : state.errors, questions)
  // A new summary for each time the browser's own check found something, so that it takes the focus again.
  const tries = checkedHere ? form.formState.submitCount : 'server'
  const fields = (
    <>
      <AboutYou errors={errors} values={values} municipalities={municipalities} why={why} />
      <YourQuestions errors={errors} values={values} questions={questions} why={why} />
      <TakingPart errors={errors} values={values} why={why} />
      {privacy}
    </>
  )
  const failed = Object.keys(errors).length > 0 || state.status === 'refused'
  return (
    <FormProvider {...form}>
      <title>{`${failed ? 'Fout: ' : ''}${title}`}</title>
      <ErrorSummary key={tries} errors={errorsInOrder(errors, questions)} sending={state} />
      {state.status === 'refused' ? (
        <Refused lead={`${refusalMessages[state.reason].title}.`} sending={state}>
          {refusalMessages[state.reason].text}
        </Refused>
      ) : null}
      {heading}
      {action ? (
        <form action={plain.action} onSubmit={submit} noValidate>
          <input type="hidden" name="form" value={formToken} />
          {/* Empty again after each try: what a browser filled in by itself must not keep somebody out. */}
          <Honeypot key={form.formState.submitCount} />
          {fields}
          <SubmitButton busy={pending}>{button}</SubmitButton>
        </form>
      ) : (
        fields
      )}
    </FormProvider>
  )
}

const notSent = async (state: SignUpState) => state

/** The radio button that was chosen before the script came: without it react-hook-form clears the whole group. */
function contactWishOnPage(): string | undefined {
  if (typeof document === 'undefined') return undefined
  return document.querySelector<HTMLInputElement>('input[name=contactWish]:checked')?.value
}
