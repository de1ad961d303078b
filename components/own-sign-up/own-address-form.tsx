'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { type ReactNode, useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { fieldId } from '@/components/form/field-id'
import { Refused } from '@/components/form/refused'
import { fieldMessage } from '@/components/form/registration-words'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { WhyAsked } from '@/components/form/why-asked'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { AskContact, type Contact } from '@/components/session/ask-contact'
import type { AddressRefusal } from '@/lib/own-sign-up/schema'
import { routes } from '@/lib/platform/routes'
import type { FieldReason } from '@/lib/registrations/schema'
import styles from './after.module.css'

/** Without `locked`: then the page has no form any more, and says why. */
type Shown = Exclude<AddressRefusal, 'locked' | 'same-address'>

export type AddressState = ActionState<{ email: string }, FieldReason | 'same-address', Shown>

type Props = {
  action: (previous: AddressState, form: FormData) => Promise<AddressState>
  token: string
  session: Contact & { title: string }
  why: WhyAsked
  /** The address of now. */
  email: string
  /** One was asked already: another takes its place. */
  asksAgain: boolean
  /** How it stands with what was asked. */
  children: ReactNode
}

const refusals: Record<Shown, { lead: string; text: string }> = {
  'too-many': {
    lead: 'Je hebt vandaag al een paar keer om een ander adres gevraagd.',
    text: 'We mailen niet vaker dan drie keer per dag. Probeer het morgen weer, of mail het contact hieronder.',
  },
  unavailable: {
    lead: 'Er ging iets mis bij ons.',
    text: 'Er is nog niets gewijzigd. Wacht een paar minuten en druk nog een keer op de knop.',
  },
}

const messageOf = (reason: FieldReason | 'same-address') =>
  reason === 'same-address' ? 'Dit is al je e-mailadres. Vul een ander adres in' : fieldMessage('email', reason, [])

/** Another address: we mail it first, so that nobody gives away their sign-up by mistyping. */
export function OwnAddressForm({ action, token, session, why, email, asksAgain, children }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const reason = state.status === 'invalid' ? (state.errors.email ?? 'invalid') : null
  const error = reason ? messageOf(reason) : undefined
  const failed = state.status !== 'idle'
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Ander e-mailadres - Aanschuif`}</title>
      <ErrorSummary errors={error ? [{ id: fieldId('email'), message: error }] : []} sending={state} />
      {state.status === 'refused' ? (
        <Refused lead={refusals[state.reason].lead} sending={state}>
          {refusals[state.reason].text}
        </Refused>
      ) : null}
      <PageTitle size="calm" over={session.title}>
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
      <form action={send} noValidate>
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
        <SubmitButton>{asksAgain ? 'Mail dit nieuwe adres' : 'Mail dit adres'}</SubmitButton>
      </form>
      <div className={styles.after}>
        <Flow>
          <Paragraph>
            <Link href={routes.ownSignUp(token)}>Terug naar je aanmelding</Link>
          </Paragraph>
          <AskContact question="Kom je er niet uit?" of={session} />
        </Flow>
      </div>
    </>
  )
}
