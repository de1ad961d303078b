'use client'

import type { ComponentProps, ReactNode } from 'react'
import { RadioGroup } from '@/components/form/choices/radio-group'
import type { ErrorMessages } from '@/components/form/field-errors'
import { TextField } from '@/components/form/fields/text-field'
import { AdminForm } from '../form/admin-form'
import type { Flash, FormAction, FormState, PlainFlash } from '../form/form-state'
import { useFormAction } from '../form/use-form-action'
import { type FieldReason, organiserFieldErrors } from './organiser-form-errors'

/** State of an `OrganiserForm`. A refusal is a key of its `refusals`, or a `Flash` if the text varies. */
export type OrganiserFormState<Refusal extends string = never> = FormState<
  Record<string, string>,
  FieldReason,
  Refusal | PlainFlash,
  'done'
>

type TextFieldProps = ComponentProps<typeof TextField>
export type OrganiserField = { name: string; label: string } & (
  | { options: ComponentProps<typeof RadioGroup>['options'] }
  | Pick<TextFieldProps, 'type' | 'hint' | 'autoComplete' | 'inputProps'>
)

type Props<Refusal extends string> = {
  action: FormAction<OrganiserFormState<Refusal>>
  /** Document title without the name of the site; `null` if another part of the page sets it. */
  title: string | null
  fields: OrganiserField[]
  /** Initial values by field name. A field without one, such as a password, is empty again after a submission. */
  values?: Record<string, string>
  /** Error messages by field and reason that override those of `organiserFieldErrors`. */
  messages?: ErrorMessages<FieldReason>
  refusals?: Partial<Record<Refusal, Flash>>
  success?: Flash
  /** Message above the fields until the first submission, in place of `intro`. */
  flash?: ReactNode
  intro?: ReactNode
  submitLabel: string
  /** Hidden `<input>` elements of the form. */
  children?: ReactNode
}

/** Shows a form about an account, such as the log-in, the invitation or a new password, from a list of fields. */
export function OrganiserForm<Refusal extends string>(props: Props<Refusal>) {
  const { action, title, fields, values = {}, messages, refusals, success, flash, intro, submitLabel, children } = props
  const form = useFormAction(action, {
    values,
    describeErrors: (reasons) => organiserFieldErrors(reasons, messages),
    describeRefusal: (reason) => (typeof reason === 'string' ? (refusals?.[reason] ?? null) : reason),
  })
  return (
    <AdminForm
      form={form}
      title={title}
      success={form.result && success}
      intro={form.state.status === 'idle' ? (flash ?? intro) : intro}
      submitLabel={submitLabel}
    >
      {children}
      {fields.map((field) => {
        const fieldProps = { ...field, ...form.field(field.name), defaultValue: form.values[field.name] }
        return 'options' in fieldProps ? (
          <RadioGroup key={field.name} {...fieldProps} />
        ) : (
          <TextField key={field.name} {...fieldProps} />
        )
      })}
    </AdminForm>
  )
}
