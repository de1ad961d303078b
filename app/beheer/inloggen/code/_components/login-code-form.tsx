'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { type FieldReason, organiserFieldErrors } from '@/app/beheer/_components/organiser/organiser-form-errors'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { TextField } from '@/components/form/fields/text-field'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'

export type LoginCodeState = FormState<null, FieldReason, 'wait'>

const tooManyAttempts = {
  title: 'Wacht een kwartier en log dan opnieuw in.',
  text: 'Er is te vaak een verkeerde code ingevuld. Daarom gaat het nu even niet, ook niet met de goede code.',
}

/** The second step of the login. `returnPath` is the page to open after it. */
export function LoginCodeForm({ action, returnPath }: { action: FormAction<LoginCodeState>; returnPath: string }) {
  const form = useFormAction(action, {
    values: null,
    describeErrors: organiserFieldErrors,
    describeRefusal: () => tooManyAttempts,
  })
  return (
    <>
      <PageTitle size="calm" eyebrow="Inloggen, stap 2 van 2">
        Geef de code uit je app
      </PageTitle>
      <AdminForm form={form} title="Inloggen, stap 2" submitLabel="Inloggen">
        <input type="hidden" name="naar" value={returnPath} />
        <TextField
          id="veld-code"
          name="code"
          label="Code"
          hint="Zes cijfers. Heb je je telefoon niet bij je? Vul dan een van je herstelcodes in."
          autoComplete="one-time-code"
          error={form.errors.code}
          inputProps={{ autoCapitalize: 'off', spellCheck: false }}
        />
      </AdminForm>
      <Paragraph className={styles.after}>
        Ook je herstelcodes kwijt? Een beheerder kan deze stap voor je uitzetten.{' '}
        <Link href={routes.login()}>Terug naar stap 1</Link>
      </Paragraph>
    </>
  )
}
