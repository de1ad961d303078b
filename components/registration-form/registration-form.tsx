'use client'

import { type ReactNode, type SubmitEvent, useRef, useState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { fieldId } from '@/components/form/field-id'
import { FieldGroup } from '@/components/form/fields/field-group'
import { EmailField } from '@/components/form/fields/text-field'
import { FormError } from '@/components/form/form-error'
import { Honeypot } from '@/components/form/honeypot'
import { MunicipalityField } from '@/components/form/municipality/municipality-field'
import { SubmitButton } from '@/components/form/submit-button'
import { useMinimumFillTime } from '@/components/form/use-minimum-fill-time'
import { useResilientAction } from '@/components/form/use-resilient-action'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import type { FieldReason, FormQuestion, RegistrationFormRefusal, RegistrationValues } from '@/lib/registrations/schema'
import type { FieldExplanations } from './field-explanations'
import { refusalMessages } from './registration-copy'
import { toErrorMessages, toReasons } from './registration-errors'
import { AnswerFields, ContactWishField, NeedsField, PersonFields, registrationFieldProps } from './registration-fields'
import { emptyRegistrationValues } from './registration-values'
import { RejectedSubmission } from './rejected-submission'
import { useRegistrationFields } from './use-registration-fields'

export type RegistrationFormState = ActionState<RegistrationValues, FieldReason, RegistrationFormRefusal>

/** Refusals that a second submission cannot solve. */
const finalRefusals = new Set<RegistrationFormRefusal>([
  'registration-not-open-yet',
  'registration-closed',
  'session-cancelled',
  'unknown-session',
])

type Props = OpenFormProps & {
  /** Whom to contact about a rejected submission. */
  contact: ReactNode
  /** Replaces the form while registration is not open. */
  closedNotice: ReactNode | null
  /** Null for a preview, which cannot be submitted. */
  action: ((previous: RegistrationFormState, form: FormData) => Promise<RegistrationFormState>) | null
}

/** The registration form. Without JavaScript the browser submits it; with JavaScript the same schema checks it first. */
export function RegistrationForm({ contact, closedNotice, action, ...form }: Props) {
  const { questions, municipalities } = form
  const { state, ...submission } = useResilientAction<RegistrationFormState>(action ?? keepState, {
    idle: { status: 'idle' },
    unreachable: { status: 'refused', reason: 'unavailable', values: emptyRegistrationValues(questions) },
  })
  if (state.status === 'refused' && finalRefusals.has(state.reason))
    return <RejectedSubmission {...state} submission={state} {...{ questions, municipalities, contact }} />
  return closedNotice ?? <OpenForm {...form} state={state} submission={action ? submission : null} />
}

const keepState = async (state: RegistrationFormState) => state

type OpenFormProps = {
  title: string
  heading: ReactNode
  questions: FormQuestion[]
  municipalities: MunicipalityOption[]
  formToken: string
  minSeconds: number
  privacy: ReactNode
  explanations: FieldExplanations
  submitLabel?: string
}

type Submission = Omit<ReturnType<typeof useResilientAction<RegistrationFormState>>, 'state'>

function OpenForm(props: OpenFormProps & { state: RegistrationFormState; submission: Submission | null }) {
  const { title, heading, questions, municipalities, explanations, submitLabel = 'Meld je aan' } = props
  const { formToken, minSeconds, privacy, state, submission } = props
  const formRef = useRef<HTMLFormElement>(null)
  const form = useRegistrationFields(formRef, questions)
  const [committedEmail, setCommittedEmail] = useState<string>()
  const secondsLeft = useMinimumFillTime(minSeconds, formToken)
  const { errors: fieldErrors, submitCount } = form.formState

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    const data = new FormData(event.currentTarget)
    void form.handleSubmit(() => submission?.send(data, secondsLeft()))(event)
  }

  const clientReasons = toReasons(fieldErrors, questions)
  const hasClientErrors = Object.keys(clientReasons).length > 0
  const serverReasons = state.status === 'invalid' ? state.errors : {}
  const errors = toErrorMessages(hasClientErrors ? clientReasons : serverReasons, questions)
  const summary = Object.entries(errors).map(([field, message]) => ({ id: fieldId(field), message }))
  const submittedValues = state.status === 'idle' ? emptyRegistrationValues(questions) : state.values
  const context = { values: form.initialValues ?? submittedValues, errors, explanations, register: form.register }
  const hasFailed = summary.length > 0 || state.status === 'refused'
  const fields = (
    <>
      <FieldGroup legend="Over jou">
        <PersonFields context={context}>
          <EmailField
            {...registrationFieldProps(context, 'email')}
            hint="Het adres van je werk. Hier sturen we de bevestiging naartoe, en later de link."
            inputProps={form.register?.('email', { onBlur: (event) => setCommittedEmail(event.target.value) })}
          />
          <MunicipalityField
            id={fieldId('municipality')}
            options={municipalities}
            defaultValue={context.values.municipality}
            defaultOrganisation={context.values.organisation}
            error={errors.municipality}
            organisationError={errors.organisation}
            email={committedEmail}
            explanation={explanations.workplace}
            onChange={form.setValue}
          />
        </PersonFields>
      </FieldGroup>
      <FieldGroup
        id={fieldId('answers')}
        legend="Jouw vragen"
        intro="Deze vragen vormen de sessie. Als het mag, vragen we je misschien vooraf om een korte toelichting. Dan weet iedereen in de sessie waar je vraag over gaat."
      >
        <AnswerFields context={context} questions={questions} />
        {explanations.answers}
        <ContactWishField context={context} />
      </FieldGroup>
      <FieldGroup legend="Goed meedoen">
        <NeedsField
          context={context}
          hint="Bijvoorbeeld een schrijftolk of ondertiteling. We gebruiken dit alleen voor deze sessie."
        />
      </FieldGroup>
      {privacy}
    </>
  )
  return (
    <>
      <title>{`${hasFailed ? 'Fout: ' : ''}${title}`}</title>
      {/* A new summary takes focus each time the browser finds errors. */}
      <ErrorSummary key={hasClientErrors ? submitCount : 'server'} errors={summary} submission={state} />
      {state.status === 'refused' ? (
        <FormError title={`${refusalMessages[state.reason].title}.`} submission={state}>
          {refusalMessages[state.reason].text}
        </FormError>
      ) : null}
      {heading}
      {submission ? (
        <form ref={formRef} action={submission.action} onSubmit={submit} noValidate>
          <input type="hidden" name="form" value={formToken} />
          {/* Emptied after each attempt: autofill must not keep a person out. */}
          <Honeypot key={submitCount} />
          {fields}
          <SubmitButton isPending={submission.pending}>{submitLabel}</SubmitButton>
        </form>
      ) : (
        fields
      )}
    </>
  )
}
