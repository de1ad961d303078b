'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { type FieldReason, organiserFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import { NewPasswordField } from '@/app/beheer/_components/organiser/password-field'
import { EmailField, TextField } from '@/components/form/fields/text-field'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'

export type FirstOrganiserState = FormState<{ name: string; email: string }, FieldReason, 'wrong-key' | 'exists'>

const refusal = {
  title: 'Het account is niet gemaakt.',
  text: (
    <>
      Er is al een organisator, of de link klopt niet. <Link href={routes.login()}>Naar inloggen</Link>
    </>
  ),
}

type Props = { action: FormAction<FirstOrganiserState>; setupKey: string }

export function FirstOrganiserForm({ action, setupKey }: Props) {
  const form = useFormAction(action, {
    values: { name: '', email: '' },
    describeErrors: organiserFieldErrors,
    describeRefusal: () => refusal,
  })
  return (
    <>
      <PageTitle size="calm">Maak het account van de eerste organisator</PageTitle>
      <AdminForm
        form={form}
        title="De eerste organisator"
        intro={
          <Paragraph>
            Met dit account log je in en zie je wie zich aanmeldt. Daarna werkt deze link niet meer.
          </Paragraph>
        }
        submitLabel="Account maken"
      >
        <input type="hidden" name="sleutel" value={setupKey} />
        <TextField {...form.field('name')} label="Naam" autoComplete="name" />
        <EmailField {...form.field('email')} autoComplete="username" />
        <NewPasswordField label="Wachtwoord" error={form.errors.password} />
      </AdminForm>
    </>
  )
}
