'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { type ReactNode, useActionState } from 'react'
import styles from '@/app/(public)/aanmelding/[token]/_components/form-spacing.module.css'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { fieldId } from '@/components/form/field-id'
import { TextField } from '@/components/form/fields/text-field'
import { FormError } from '@/components/form/form-error'
import { SubmitButton } from '@/components/form/submit-button'
import type { FieldExplanations } from '@/components/registration-form/field-explanations'
import { fieldErrorMessage } from '@/components/registration-form/registration-copy'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import type { FieldReason } from '@/lib/registrations/schema'
import type { EmailChangeRefusal } from '@/lib/registrations/self-service/schema'

/** Without `locked`: then the page has no form any more, and says why. */
type ShownRefusal = Exclude<EmailChangeRefusal, 'locked' | 'same-address'>

export type EmailChangeState = ActionState<{ email: string }, FieldReason | 'same-address', ShownRefusal>

type Props = {
  action: (previous: EmailChangeState, form: FormData) => Promise<EmailChangeState>
  token: string
  session: Contact & { title: string }
  why: FieldExplanations
  /** The address of now. */
  email: string
  /** One was asked already: another takes its place. */
  hasPendingRequest: boolean
  /** How it stands with what was asked. */
  children: ReactNode
}

const refusalCopy: Record<ShownRefusal, { title: string; text: string }> = {
  'too-many': {
    title: 'Je hebt vandaag al een paar keer om een ander adres gevraagd.',
    text: 'We mailen niet vaker dan drie keer per dag. Probeer het morgen weer, of mail het contact hieronder.',
  },
  unavailable: {
    title: 'Er ging iets mis bij ons.',
    text: 'Er is nog niets gewijzigd. Wacht een paar minuten en druk nog een keer op de knop.',
  },
}

const fieldErrorText = (reason: FieldReason | 'same-address') =>
  reason === 'same-address'
    ? 'Dit is al je e-mailadres. Vul een ander adres in'
    : fieldErrorMessage('email', reason, [])

/** Another address: we mail it first, so that nobody gives away their sign-up by mistyping. */
export function EmailChangeForm({ action, token, session, why, email, hasPendingRequest, children }: Props) {
  const [state, submit] = useActionState(action, { status: 'idle' })
  const reason = state.status === 'invalid' ? (state.errors.email ?? 'invalid') : null
  const error = reason ? fieldErrorText(reason) : undefined
  const hasFailed = state.status !== 'idle'
  return (
    <>
      <title>{`${hasFailed ? 'Fout: ' : ''}Ander e-mailadres - Aanschuif`}</title>
      <ErrorSummary errors={error ? [{ id: fieldId('email'), message: error }] : []} submission={state} />
      {state.status === 'refused' ? (
        <FormError title={refusalCopy[state.reason].title} submission={state}>
          {refusalCopy[state.reason].text}
        </FormError>
      ) : null}
      <PageTitle size="calm" eyebrow={session.title}>
        Ander e-mailadres
      </PageTitle>
      <Flow>
        {children}
        <Paragraph>
          Je bent aangemeld met <strong>{email}</strong>. Vul je een ander adres in, dan mailen we dat adres. Pas als je
          dat met die mail bevestigt, verandert er iets. Op je oude adres krijg je dan bericht, en de links in je oude
          mails werken niet meer.
        </Paragraph>
      </Flow>
      <form action={submit} noValidate>
        <TextField
          id={fieldId('email')}
          name="email"
          type="email"
          label="Nieuw e-mailadres"
          autoComplete="email"
          error={error}
          after={why.email}
          defaultValue={state.status === 'idle' ? '' : state.values.email}
        />
        <SubmitButton>{hasPendingRequest ? 'Mail dit nieuwe adres' : 'Mail dit adres'}</SubmitButton>
      </form>
      <div className={styles.after}>
        <Flow>
          <Paragraph>
            <Link href={routes.selfService(token)}>Terug naar je aanmelding</Link>
          </Paragraph>
          <ContactPrompt question="Kom je er niet uit?" contact={session} />
        </Flow>
      </div>
    </>
  )
}
