'use client'

import { type ReactNode, type SubmitEvent, useRef, useState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { fieldId } from '@/components/form/field-id'
import { FieldGroup } from '@/components/form/fields/field-group'
import { EmailField } from '@/components/form/fields/text-field'
import { FormError } from '@/components/form/form-error'
import { FormFeedback } from '@/components/form/form-feedback'
import { Honeypot } from '@/components/form/honeypot'
import { MunicipalityField } from '@/components/form/municipality/municipality-field'
import { ActionForm } from '@/components/form/submission/action-form'
import type { FormSender } from '@/components/form/submission/use-form-sender'
import { useResilientAction } from '@/components/form/submission/use-resilient-action'
import { SubmitButton } from '@/components/form/submit-button'
import { useMinimumFillTime } from '@/components/form/use-minimum-fill-time'
import { PageBody } from '@/components/ui/page/page-body'
import { DescriptionList } from '@/components/ui/text/description-list'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import type { FieldReason, RegistrationFormRefusal, RegistrationValues } from '@/lib/registrations/schema'
import type { FieldExplanations } from './field-explanations'
import {
  askAboutEmail,
  type FormLabels,
  labelledValues,
  refusalMessages,
  registrationErrors,
} from './registration-copy'
import { AnswerFields, ContactWishField, NeedsField, PersonFields, registrationFieldProps } from './registration-fields'
import { emptyRegistrationValues } from './registration-values'
import { useRegistrationFields } from './use-registration-fields'

export type RegistrationFormState = ActionState<RegistrationValues, FieldReason, RegistrationFormRefusal>

/** Refusals after which submitting the form again cannot succeed. The submitted values then replace the form. */
const finalRefusals = new Set<RegistrationFormRefusal>([
  'registration-not-open-yet',
  'registration-closed',
  'session-cancelled',
  'unknown-session',
  'change-not-saved',
])

type Props = OpenFormProps & {
  /** Names the contact of the session. Shown after a refusal that submitting again cannot solve. */
  contact: ReactNode
  /** Shown instead of the form while registration is not open; `null` while it is open. */
  closedNotice: ReactNode | null
  /** The server action. `null` for a preview of the form, which cannot be submitted. */
  action: ((previous: RegistrationFormState, form: FormData) => Promise<RegistrationFormState>) | null
}

/** Shows the registration form. With JavaScript, the browser checks it by the server's schema before it submits. */
export function RegistrationForm({ contact, closedNotice, action, ...form }: Props) {
  const { state, send } = useResilientAction<RegistrationFormState>(
    action ?? keepState,
    { status: 'idle' },
    { keepsInput: true },
  )
  if (state.status !== 'refused' || !finalRefusals.has(state.reason))
    return closedNotice ?? <OpenForm {...form} state={state} send={action ? send : null} />

  // All submitted text stays on the page, so that the visitor can keep it.
  const { title, text } = refusalMessages[state.reason]
  const values = labelledValues(state.values, form)
  return (
    <PageBody title={title}>
      <FormError
        title={
          state.reason === 'change-not-saved' ? 'Je wijziging is niet opgeslagen.' : 'Je aanmelding is niet gelukt.'
        }
        submission={state}
      >
        {text}
      </FormError>
      <DescriptionList items={values.filter(({ detail }) => detail)} />
      {contact}
      <LinkParagraph href={routes.home()}>Bekijk alle kennissessies</LinkParagraph>
    </PageBody>
  )
}

/** Ends the title of a refusal with a full stop. The title has none, because it can also be a heading. */
const asSentence = ({ title, text }: { title: string; text: string }) => ({ title: `${title}.`, text })

const keepState = async (state: RegistrationFormState) => state

type OpenFormProps = FormLabels & {
  title: string
  heading: ReactNode
  formToken: string
  minSeconds: number
  privacy: ReactNode
  explanations: FieldExplanations
  submitLabel?: string
}

function OpenForm(props: OpenFormProps & { state: RegistrationFormState; send: FormSender | null }) {
  const { questions, explanations, formToken, state, send, submitLabel = 'Meld je aan' } = props
  const formRef = useRef<HTMLFormElement>(null)
  const form = useRegistrationFields(formRef, questions)
  const [committedEmail, setCommittedEmail] = useState<string>()
  const secondsLeft = useMinimumFillTime(props.minSeconds, formToken)

  const validate = (submit: () => void, event: SubmitEvent<HTMLFormElement>) => void form.handleSubmit(submit)(event)

  const isRejectedByBrowser = Object.keys(form.reasons).length > 0
  const serverReasons = state.status === 'invalid' ? state.errors : {}
  const askedEmail = serverReasons.email === 'likely-typo' && state.status === 'invalid' ? state.values.email : ''
  const messages = registrationErrors(isRejectedByBrowser ? form.reasons : serverReasons, questions)
  const errors =
    askedEmail && !isRejectedByBrowser
      ? { ...messages, email: askAboutEmail(askedEmail, props.municipalities) }
      : messages
  const refusal = state.status === 'refused' ? refusalMessages[state.reason] : null
  const submittedValues = state.status === 'idle' ? emptyRegistrationValues(questions) : state.values
  const context = { values: form.initialValues ?? submittedValues, errors, explanations, register: form.register }
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
            options={props.municipalities}
            values={context.values}
            errors={errors}
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
      {props.privacy}
    </>
  )
  return (
    <>
      <FormFeedback
        documentTitle={props.title}
        errors={errors}
        refusal={refusal && asSentence(refusal)}
        submission={state}
        browserAttempt={isRejectedByBrowser ? form.submitCount : undefined}
      />
      {props.heading}
      {send ? (
        <ActionForm
          ref={formRef}
          send={send}
          validate={validate}
          secondsToWait={secondsLeft}
          unreachableMessage={asSentence(refusalMessages.unavailable)}
          noValidate
        >
          <input type="hidden" name="form" value={formToken} />
          <input type="hidden" name="askedEmail" value={askedEmail} />
          {/* The key empties the field after each attempt: autofill must not make a person look like a bot. */}
          <Honeypot key={form.submitCount} />
          {fields}
          <SubmitButton isPending={send.pending}>{submitLabel}</SubmitButton>
        </ActionForm>
      ) : (
        fields
      )}
    </>
  )
}
