'use client'

import { Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { FormFooter } from '@/app/(public)/aanmelding/[token]/_components/form-footer'
import type { ActionState } from '@/components/form/action-state'
import { fieldErrors } from '@/components/form/field-errors'
import { fieldId } from '@/components/form/field-id'
import { EmailField } from '@/components/form/fields/text-field'
import { FormFeedback } from '@/components/form/form-feedback'
import { ActionForm } from '@/components/form/submission/action-form'
import { useResilientAction } from '@/components/form/submission/use-resilient-action'
import { SubmitButton } from '@/components/form/submit-button'
import type { FieldExplanations } from '@/components/registration-form/field-explanations'
import { personMessages } from '@/components/registration-form/registration-copy'
import type { Contact } from '@/components/session/contact-prompt'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import type { FieldReason } from '@/lib/registrations/schema'
import type { EmailChangeRefusal } from '@/lib/registrations/self-service/schema'

/** Refusals shown above the e-mail form. `locked` replaces that form; `same-address` is shown as an error of its field. */
type ShownRefusal = Exclude<EmailChangeRefusal, 'locked' | 'same-address'>

export type EmailChangeState = ActionState<{ email: string }, FieldReason | 'same-address', ShownRefusal>

type Props = {
  action: (previous: EmailChangeState, form: FormData) => Promise<EmailChangeState>
  token: string
  session: Contact & { title: string }
  explanations: FieldExplanations
  email: string
  /** Whether the participant requested an address that is not confirmed yet. Another request replaces it. */
  hasPendingRequest: boolean
  /** Shown above the form: the requested address that is not confirmed yet. */
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

const messages = {
  email: { ...personMessages.email, 'same-address': 'Dit is al je e-mailadres. Vul een ander adres in' },
}

/** Shows the form to change the e-mail address. The address changes only after a link mailed to the new one is confirmed. */
export function EmailChangeForm(props: Props) {
  const { action, token, session, explanations, email, hasPendingRequest, children } = props
  const { state, send } = useResilientAction(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? fieldErrors(messages, state.errors) : {}
  return (
    <>
      <FormFeedback
        documentTitle="Ander e-mailadres - Aanschuif"
        errors={errors}
        refusal={state.status === 'refused' ? refusalCopy[state.reason] : null}
        submission={state}
      />
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
      <ActionForm send={send} noValidate>
        <EmailField
          id={fieldId('email')}
          name="email"
          label="Nieuw e-mailadres"
          error={errors.email}
          after={explanations.email}
          defaultValue={state.status === 'idle' ? '' : state.values.email}
        />
        <SubmitButton>{hasPendingRequest ? 'Mail dit nieuwe adres' : 'Mail dit adres'}</SubmitButton>
      </ActionForm>
      <FormFooter token={token} backLabel="Terug naar je aanmelding" contact={session} />
    </>
  )
}
