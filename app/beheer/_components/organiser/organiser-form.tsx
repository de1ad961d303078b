'use client'

import type { ComponentProps, ReactNode } from 'react'
import { RadioGroup } from '@/components/form/choices/radio-group'
import type { ErrorMessages } from '@/components/form/field-errors'
import { TextField } from '@/components/form/fields/text-field'
import { AdminForm } from '../form/admin-form'
import type { Flash, FormAction, FormState } from '../form/form-state'
import { useFormAction } from '../form/use-form-action'
import { type FieldReason, organiserFieldErrors } from './organiser-form-errors'

/** What the action of the form returns. A refusal is a key of `refusals`, or a `Flash` if its text is not fixed. */
export type OrganiserFormState<Refusal extends string = never> = FormState<
  Record<string, string>,
  FieldReason,
  Refusal | Flash,
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
  /** Initial values. A field without one, such as a password, is never filled in again. */
  values?: Record<string, string>
  /** Error messages of this form, in place of those of all forms. */
  messages?: ErrorMessages<FieldReason>
  refusals?: Partial<Record<Refusal, Flash>>
  success?: Flash
  /** Shown above the form until it is submitted. */
  flash?: ReactNode
  intro?: ReactNode
  submitLabel: string
  /** Hidden fields. */
  children?: ReactNode
}

/** Form of the log-in pages, of the organiser's own account and of an invitation. */
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
