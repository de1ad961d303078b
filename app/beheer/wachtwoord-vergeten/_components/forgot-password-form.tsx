'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { type FieldReason, organiserFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { EmailField } from '@/components/form/fields/text-field'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'

export type ForgotPasswordState = FormState<{ email: string }, FieldReason, 'wait', 'requested'>

const tooManyRequests = {
  title: 'Wacht even.',
  text: 'Er is een paar keer om een link gevraagd. Probeer het over een uur opnieuw.',
}
const linkRequested = {
  title: 'Kijk in je mail.',
  text: 'Hoort dit adres bij een organisator? Dan is er een mail onderweg met een link. Die werkt één uur. Niets gekregen? Kijk bij ongewenste mail, of vraag het een beheerder.',
}

/** Requests a link to choose a new password. */
export function ForgotPasswordForm({ action }: { action: FormAction<ForgotPasswordState> }) {
  const form = useFormAction(action, {
    values: { email: '' },
    describeErrors: organiserFieldErrors,
    describeRefusal: () => tooManyRequests,
  })
  return (
    <>
      <PageTitle size="calm">Wachtwoord vergeten?</PageTitle>
      <Paragraph>Vul je e-mailadres in. Je krijgt een mail met een link om een nieuw wachtwoord te kiezen.</Paragraph>
      <AdminForm
        form={form}
        title="Wachtwoord vergeten"
        success={form.result ? linkRequested : null}
        submitLabel="Stuur me een link"
      >
        <EmailField {...form.field('email')} autoComplete="username" />
      </AdminForm>
      <Paragraph className={styles.after}>
        <Link href={routes.login()}>Terug naar inloggen</Link>
      </Paragraph>
    </>
  )
}
