'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { OrganiserFields } from '@/app/beheer/_components/organiser/organiser-fields'
import { organiserFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import { NewPasswordField } from '@/app/beheer/_components/organiser/password-form'
import { PageTitle } from '@/components/ui/page/page-title'
import type { FieldReason } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'

export type FirstOrganiserState = FormState<{ name: string; email: string }, FieldReason, 'wrong-key' | 'exists'>

type Props = { action: FormAction<FirstOrganiserState>; setupKey: string }

const refusal = {
  title: 'Het account is niet gemaakt.',
  text: (
    <>
      Er is al een organisator, of de link klopt niet. <Link href={routes.login()}>Naar inloggen</Link>
    </>
  ),
}

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
        <OrganiserFields owner="own" field={form.field} />
        <NewPasswordField label="Wachtwoord" error={form.errors.password} />
      </AdminForm>
    </>
  )
}
