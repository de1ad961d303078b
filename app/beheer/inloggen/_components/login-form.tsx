'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { organiserFieldErrors, wrongLoginMessage } from '@/app/beheer/_components/organiser/organiser-form-errors'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { TextField } from '@/components/form/fields/text-field'
import { PageTitle } from '@/components/ui/page/page-title'
import type { FieldReason } from '@/lib/organisers/schema'
import { routes } from '@/lib/platform/routes'

type Refusal = 'wrong' | { waitMinutes: number }
export type LoginState = FormState<{ email: string }, FieldReason, Refusal>

type Props = {
  action: FormAction<LoginState>
  /** The page to go to after the login. */
  returnPath: string
  /** Content above the form until a login fails. */
  children?: ReactNode
}

export function LoginForm({ action, returnPath, children }: Props) {
  const form = useFormAction(action, {
    values: { email: '' },
    describeErrors: organiserFieldErrors,
    describeRefusal: (reason) => (reason === 'wrong' ? null : tooManyAttempts(reason.waitMinutes)),
  })
  const { state } = form
  const isWrongLogin = state.status === 'refused' && state.reason === 'wrong'
  const errors: Record<string, string> = isWrongLogin ? { email: wrongLoginMessage } : form.errors
  return (
    <>
      <PageTitle size="calm">Inloggen</PageTitle>
      <AdminForm
        form={{ ...form, errors }}
        title="Inloggen"
        intro={state.status === 'idle' ? children : null}
        submitLabel="Inloggen"
      >
        <input type="hidden" name="naar" value={returnPath} />
        <TextField
          {...form.field('email')}
          type="email"
          label="E-mailadres"
          autoComplete="username"
          error={errors.email}
        />
        <TextField
          id="veld-password"
          name="password"
          type="password"
          label="Wachtwoord"
          autoComplete="current-password"
          error={errors.password}
        />
      </AdminForm>
      <Paragraph className={styles.after}>
        <Link href={routes.forgotPassword()}>Wachtwoord vergeten?</Link>
      </Paragraph>
    </>
  )
}

const tooManyAttempts = (minutes: number): Flash => ({
  title: `Wacht nog ${minutes === 1 ? '1 minuut' : `${minutes} minuten`} en probeer het dan opnieuw.`,
  text: 'Er is een paar keer achter elkaar geprobeerd in te loggen met een verkeerd wachtwoord. Daarom gaat inloggen nu even niet, ook niet met het goede wachtwoord. Zo kan niemand een wachtwoord raden.',
})
