'use client'

import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { roleHints, roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import { OrganiserFields } from '@/app/beheer/_components/organiser/organiser-fields'
import { colleagueFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { type FieldReason, roles } from '@/lib/organisers/schema'

export type InviteState = FormState<{ name: string; email: string; role: string }, FieldReason, keyof typeof refusals>

const refusals = {
  exists: {
    title: 'Dit e-mailadres staat al in de lijst.',
    text: 'Kijk bij Organisatoren: daar stuur je een nieuwe uitnodiging, of geef je iemand weer toegang.',
  },
  'not-allowed': { title: 'Uitnodigen mag je niet (meer).', text: 'Jouw rol of toegang is net veranderd.' },
} satisfies Record<string, Flash>

/** The colleague to invite, and the role. */
export function InviteForm({ action }: { action: FormAction<InviteState> }) {
  const form = useFormAction(action, {
    values: { name: '', email: '', role: '' },
    describeErrors: colleagueFieldErrors,
    describeRefusal: (reason) => refusals[reason],
  })
  return (
    <AdminForm form={form} title="Iemand uitnodigen" submitLabel="Stuur de uitnodiging">
      <OrganiserFields owner="other" field={form.field} />
      <RadioGroup
        {...form.field('role')}
        label="Wat mag je collega?"
        options={roles.map((role) => ({ value: role, label: `${roleLabels[role]}: ${roleHints[role]}` }))}
      />
    </AdminForm>
  )
}
