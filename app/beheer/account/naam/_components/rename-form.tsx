'use client'

import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { type FieldReason, organiserFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import { TextField } from '@/components/form/fields/text-field'

export type RenameState = FormState<{ name: string }, FieldReason>

/** Renames the account of the organiser who is logged in. */
export function RenameForm({ action, name }: { action: FormAction<RenameState>; name: string }) {
  const form = useFormAction(action, { values: { name }, describeErrors: organiserFieldErrors })
  return (
    <AdminForm form={form} title="Verander je naam" submitLabel="Bewaren">
      <TextField {...form.field('name')} label="Naam" autoComplete="name" />
    </AdminForm>
  )
}
