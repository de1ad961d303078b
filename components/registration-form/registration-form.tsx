'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import type { ReactNode, SubmitEvent } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormError } from '@/components/form/form-error'
import { Honeypot } from '@/components/form/honeypot'
import { SubmitButton } from '@/components/form/submit-button'
import { useMinimumFillTime } from '@/components/form/use-minimum-fill-time'
import { useResilientAction } from '@/components/form/use-resilient-action'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import {
  type FieldReason,
  type FormQuestion,
  type RegistrationFormRefusal,
  type RegistrationInput,
  type RegistrationValues,
  registrationSchema,
} from '@/lib/registrations/schema'
import { emptyRegistrationValues } from './empty-registration-values'
import type { FieldExplanations } from './field-explanations'
import { NeedsSection } from './needs-section'
import { PersonalDetailsSection } from './personal-details-section'
import { readCheckedChoices } from './question-field'
import { QuestionsSection } from './questions-section'
import { refusalMessages } from './registration-copy'
import { errorsInPageOrder, fieldReasons, toErrorMessages } from './registration-errors'
import { RejectedSubmission } from './rejected-submission'

export type RegistrationFormState = ActionState<RegistrationValues, FieldReason, RegistrationFormRefusal>

/** No second press of the button helps. */
const finalRefusals = new Set<RegistrationFormRefusal>([
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
  explanations: FieldExplanations
  /** Whom to ask when the form was not taken. */
  contact: ReactNode
  /** Stands instead of the form when signing up is not possible (any more). */
  closedNotice: ReactNode | null
  /** What the button says that sends it. */
  submitLabel?: string
  /** Null for who only looks at it: then there is nothing to send it with. */
  action: ((previous: RegistrationFormState, form: FormData) => Promise<RegistrationFormState>) | null
}

/** The sign-up form. Without a script the browser sends it to the action as it is; with one it is checked first, by the same schema. */
export function RegistrationForm(props: Props) {
  const {
    title,
    heading,
    questions,
    municipalities,
    formToken,
    minSeconds,
    privacy,
    explanations,
    contact,
    closedNotice,
    action,
  } = props
  const { submitLabel = 'Meld je aan' } = props
  const { state, send, pending, ...nativeForm } = useResilientAction<RegistrationFormState>(action ?? keepState, {
    idle: { status: 'idle' },
    unreachable: { status: 'refused', reason: 'unavailable', values: emptyRegistrationValues(questions) },
  })
  const values = state.status === 'idle' ? emptyRegistrationValues(questions) : state.values
  const form = useForm<RegistrationValues, unknown, RegistrationInput>({
    // The other fields bring their own value: what somebody typed before the script came stays.
    defaultValues: {
      municipality: values.municipality,
      organisation: values.organisation,
      contactWish: readCheckedContactWish(),
    },
    resolver: (typed, ...rest) => {
      const answers = { ...typed.answers, ...readCheckedChoices(questions) }
      return zodResolver(registrationSchema(questions))({ ...typed, answers }, ...rest)
    },
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const secondsLeft = useMinimumFillTime(minSeconds, formToken)

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    const data = new FormData(event.currentTarget)
    void form.handleSubmit(() => send(data, secondsLeft()))(event)
  }

  if (state.status === 'refused' && finalRefusals.has(state.reason)) {
    return <RejectedSubmission {...state} submission={state} {...{ questions, municipalities, contact }} />
  }
  if (closedNotice) return closedNotice
  const clientReasons = fieldReasons(form.formState.errors)
  const hasClientErrors = Object.keys(clientReasons).length > 0
  const errors = toErrorMessages(
    hasClientErrors || state.status !== 'invalid' ? clientReasons : state.errors,
    questions,
  )
  // A new summary for each time the browser's own check found something, so that it takes the focus again.
  const summaryKey = hasClientErrors ? form.formState.submitCount : 'server'
  const fields = (
    <>
      <PersonalDetailsSection
        errors={errors}
        values={values}
        municipalities={municipalities}
        explanations={explanations}
      />
      <QuestionsSection errors={errors} values={values} questions={questions} explanations={explanations} />
      <NeedsSection errors={errors} values={values} explanations={explanations} />
      {privacy}
    </>
  )
  const hasErrors = Object.keys(errors).length > 0 || state.status === 'refused'
  return (
    <FormProvider {...form}>
      <title>{`${hasErrors ? 'Fout: ' : ''}${title}`}</title>
      <ErrorSummary key={summaryKey} errors={errorsInPageOrder(errors, questions)} submission={state} />
      {state.status === 'refused' ? (
        <FormError title={`${refusalMessages[state.reason].title}.`} submission={state}>
          {refusalMessages[state.reason].text}
        </FormError>
      ) : null}
      {heading}
      {action ? (
        <form action={nativeForm.action} onSubmit={submit} noValidate>
          <input type="hidden" name="form" value={formToken} />
          {/* Empty again after each try: what a browser filled in by itself must not keep somebody out. */}
          <Honeypot key={form.formState.submitCount} />
          {fields}
          <SubmitButton isPending={pending}>{submitLabel}</SubmitButton>
        </form>
      ) : (
        fields
      )}
    </FormProvider>
  )
}

const keepState = async (state: RegistrationFormState) => state

/** The radio button that was chosen before the script came: without it react-hook-form clears the whole group. */
function readCheckedContactWish(): string | undefined {
  if (typeof document === 'undefined') return undefined
  return document.querySelector<HTMLInputElement>('input[name=contactWish]:checked')?.value
}
