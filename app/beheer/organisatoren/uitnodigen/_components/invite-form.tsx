'use client'

import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { roleHints, roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import { type FieldReason, organiserFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { EmailField, TextField } from '@/components/form/fields/text-field'
import { roles } from '@/lib/organisers/schema'

export type InviteState = FormState<{ name: string; email: string; role: string }, FieldReason, keyof typeof refusals>

const refusals = {
  exists: {
    title: 'Dit e-mailadres staat al in de lijst.',
    text: 'Kijk bij Organisatoren: daar stuur je een nieuwe uitnodiging, of geef je iemand weer toegang.',
  },
  'not-allowed': { title: 'Uitnodigen mag je niet (meer).', text: 'Jouw rol of toegang is net veranderd.' },
}

const messages = {
  name: { missing: 'Vul de naam van je collega in', 'too-long': 'Maak de naam korter. Er is plaats voor 120 tekens' },
  email: {
    missing: 'Vul het e-mailadres van je collega in, bijvoorbeeld naam@example.nl',
    invalid: 'Kijk het e-mailadres na. Het ziet eruit als naam@example.nl',
    'too-long': 'Kijk het e-mailadres na. Er is plaats voor 254 tekens',
  },
}

/** The colleague to invite, and the role. */
export function InviteForm({ action }: { action: FormAction<InviteState> }) {
  const form = useFormAction(action, {
    values: { name: '', email: '', role: '' },
    describeErrors: (reasons) => organiserFieldErrors(reasons, messages),
    describeRefusal: (reason) => refusals[reason],
  })
  return (
    <AdminForm form={form} title="Iemand uitnodigen" submitLabel="Stuur de uitnodiging">
      {/* No autofill: a browser would fill in the name and address of the organiser. */}
      <TextField {...form.field('name')} label="Naam van je collega" autoComplete="off" />
      <EmailField
        {...form.field('email')}
        label="E-mailadres van je collega"
        hint="Hier komt de uitnodiging aan. Met dit adres logt je collega in."
        autoComplete="off"
      />
      <RadioGroup
        {...form.field('role')}
        label="Wat mag je collega?"
        options={roles.map((role) => ({ value: role, label: `${roleLabels[role]}: ${roleHints[role]}` }))}
      />
    </AdminForm>
  )
}
