'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { type FieldReason, organiserFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import { PasswordField } from '@/app/beheer/_components/organiser/password-field'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { EmailField } from '@/components/form/fields/text-field'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'

export type LoginState = FormState<{ email: string }, FieldReason, { waitMinutes: number }>

type Props = {
  action: FormAction<LoginState>
  /** The page to open after the login. */
  returnPath: string
  /** Shown above the form until a login fails. */
  children?: ReactNode
}

export function LoginForm({ action, returnPath, children }: Props) {
  const form = useFormAction(action, {
    values: { email: '' },
    describeErrors: organiserFieldErrors,
    describeRefusal: ({ waitMinutes }) => ({
      title: `Wacht nog ${waitMinutes === 1 ? '1 minuut' : `${waitMinutes} minuten`} en probeer het dan opnieuw.`,
      text: 'Er is een paar keer achter elkaar geprobeerd in te loggen met een verkeerd wachtwoord. Daarom gaat inloggen nu even niet, ook niet met het goede wachtwoord. Zo kan niemand een wachtwoord raden.',
    }),
  })
  const intro = form.state.status === 'idle' ? children : null
  return (
    <>
      <PageTitle size="calm">Inloggen</PageTitle>
      <AdminForm form={form} title="Inloggen" intro={intro} submitLabel="Inloggen">
        <input type="hidden" name="naar" value={returnPath} />
        <EmailField {...form.field('email')} autoComplete="username" />
        <PasswordField label="Wachtwoord" error={form.errors.password} />
      </AdminForm>
      <Paragraph className={styles.after}>
        <Link href={routes.forgotPassword()}>Wachtwoord vergeten?</Link>
      </Paragraph>
    </>
  )
}
