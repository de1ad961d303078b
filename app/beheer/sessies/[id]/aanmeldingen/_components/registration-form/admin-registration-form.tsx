'use client'

import { Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { Options } from '@/app/beheer/_components/form/options'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { Checkbox } from '@/components/form/choices/checkbox'
import { fieldId } from '@/components/form/field-id'
import { FieldGroup } from '@/components/form/fields/field-group'
import { SelectField } from '@/components/form/fields/select-field'
import { EmailField, TextField } from '@/components/form/fields/text-field'
import {
  AnswerFields,
  ContactWishField,
  NeedsField,
  PersonFields,
  registrationFieldProps,
} from '@/components/registration-form/registration-fields'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import {
  type AdminRegistrationRefusal,
  type FieldReason,
  type FormQuestion,
  otherOrganisation,
  type RegistrationValues,
} from '@/lib/registrations/schema'
import { adminRegistrationErrors, adminRegistrationRefusals, emailTakenMessage } from './admin-registration-copy'

/** `confirm` is 'on' when the participant gets a confirmation. */
export type AdminRegistrationValues = RegistrationValues & { confirm: string }

/** The registration that already has the email address. */
type TakenBy = { takenBy: { id: string; name: string } | null }
type Refusal = Exclude<AdminRegistrationRefusal, 'address-taken'> | TakenBy
export type AdminRegistrationState = FormState<AdminRegistrationValues, FieldReason, Refusal>

type Props = {
  action: FormAction<AdminRegistrationState>
  sessionId: string
  /** Title of the page; without it the heading. */
  title?: string
  heading: string
  initialValues: AdminRegistrationValues
  questions: FormQuestion[]
  municipalities: { value: string; label: string }[]
  /** The version that is edited, or the id of the submission. */
  hiddenField: { name: string; value: string | number }
  submitLabel: string
  showConfirmation?: boolean
  /** Content above the fields. */
  children?: ReactNode
}

/** The registration form, filled in by an organiser. */
export function AdminRegistrationForm({ action, heading, initialValues, questions, hiddenField, ...props }: Props) {
  const form = useFormAction(action, {
    values: initialValues,
    describeErrors: (reasons) => adminRegistrationErrors(reasons, questions),
    describeRefusal: (reason) => (typeof reason === 'string' ? adminRegistrationRefusals[reason] : null),
  })
  const { state, values } = form
  const taken = state.status === 'refused' && typeof state.reason === 'object' ? state.reason : null
  const errors: Record<string, string> = taken ? { email: emailTakenMessage } : form.errors
  const context = { values, errors }
  const workplace = (name: 'municipality' | 'organisation') =>
    ({ id: fieldId(name), name, defaultValue: values[name], error: errors[name] }) as const
  const linkToTaken = taken?.takenBy ? (
    <Link href={routes.registration(props.sessionId, taken.takenBy.id)}>
      Open de aanmelding van {taken.takenBy.name}
    </Link>
  ) : null
  return (
    <AdminForm
      form={{ ...form, errors }}
      title={props.title ?? heading}
      intro={
        <>
          <PageTitle size="calm">{heading}</PageTitle>
          {props.children}
        </>
      }
      submitLabel={props.submitLabel}
    >
      <input type="hidden" name={hiddenField.name} value={hiddenField.value} />
      <FieldGroup legend="Wie">
        <PersonFields context={context} autofill={false}>
          <EmailField {...registrationFieldProps(context, 'email')} autoComplete="off" after={linkToTaken} />
          <SelectField {...workplace('municipality')} label="Gemeente">
            <option value="">Kies een gemeente</option>
            <option value={otherOrganisation}>Andere organisatie</option>
            <Options options={props.municipalities} />
          </SelectField>
          <TextField
            {...workplace('organisation')}
            label="Naam van de organisatie"
            hint="Alleen bij Andere organisatie."
            required={values.municipality === otherOrganisation}
            autoComplete="off"
          />
        </PersonFields>
      </FieldGroup>
      <FieldGroup id={fieldId('answers')} legend="De vragen">
        <AnswerFields context={context} questions={questions.map(withoutHintIfOpen)} />
        <ContactWishField
          context={context}
          label="Mogen jullie contact opnemen over de vraag?"
          phone={{ hint: 'Alleen als jullie mogen bellen.' }}
        />
      </FieldGroup>
      <FieldGroup legend="Goed meedoen">
        <NeedsField context={context} label="Wat is er nodig om goed mee te doen?" />
      </FieldGroup>
      {props.showConfirmation ? (
        <FieldGroup legend="Bevestiging">
          <Checkbox
            id="veld-confirm"
            name="confirm"
            label="Stuur een bevestiging"
            hint="Dezelfde mail als wie zich zelf aanmeldt krijgt, met alles wat hierboven staat."
            defaultChecked={values.confirm === 'on'}
          />
        </FieldGroup>
      ) : null}
    </AdminForm>
  )
}

/** The hint of an open question addresses the participant. */
const withoutHintIfOpen = (question: FormQuestion) =>
  question.kind === 'text' ? { ...question, hint: null } : question
