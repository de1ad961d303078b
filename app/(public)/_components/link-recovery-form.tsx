'use client'

import type { ReactNode } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { fieldId } from '@/components/form/field-id'
import { EmailField } from '@/components/form/fields/text-field'
import { FormFeedback } from '@/components/form/form-feedback'
import { FormStatus } from '@/components/form/form-status'
import { Honeypot } from '@/components/form/honeypot'
import { ActionForm } from '@/components/form/submission/action-form'
import { useResilientAction } from '@/components/form/submission/use-resilient-action'
import { SubmitButton } from '@/components/form/submit-button'
import { useMinimumFillTime } from '@/components/form/use-minimum-fill-time'
import { registrationErrors } from '@/components/registration-form/registration-copy'
import { Flow } from '@/components/ui/page/flow'
import type { FieldReason } from '@/lib/registrations/schema'
import type { LinkRecoveryRefusal } from '@/lib/registrations/self-service/schema'

type Values = { email: string }
export type LinkRecoveryState =
  | ActionState<Values, FieldReason, LinkRecoveryRefusal>
  | { status: 'requested'; values: Values }

export type LinkRecoveryProps = {
  action: (previous: LinkRecoveryState, form: FormData) => Promise<LinkRecoveryState>
  formToken: string
  minSeconds: number
}

type Props = LinkRecoveryProps & {
  documentTitle: string
  /** Word for what the requested mail contains, used in the message after the request: the link or the button. */
  wanted: 'link' | 'knop'
  buttonLabel: string
  /** Id of the session to mail the link for. Without it, the links for all sessions are mailed. */
  sessionId?: string
  intro: ReactNode
  /** Returns what replaces the form once it was sent. `message` says that the request was received. */
  renderRequested: (message: ReactNode) => ReactNode
}

/** Shows the form to get one's personal link by mail. Its result does not reveal whether the address is registered. */
export function LinkRecoveryForm({ action, formToken, minSeconds, ...texts }: Props) {
  const { documentTitle, wanted, buttonLabel, sessionId, intro, renderRequested } = texts
  const { state, send } = useResilientAction<LinkRecoveryState>(action, { status: 'idle' })
  const secondsLeft = useMinimumFillTime(minSeconds, formToken)
  if (state.status === 'requested') {
    return renderRequested(
      <FormStatus tone="info" title="We hebben je vraag gekregen." submission={state}>
        Is er iemand aangemeld met {state.values.email}? Dan is er een mail onderweg met de {wanted}. We zeggen hier
        niet of dat zo is: dat gaat alleen diegene aan.
      </FormStatus>,
    )
  }

  const errors = state.status === 'invalid' ? registrationErrors(state.errors, []) : {}
  return (
    <Flow>
      <FormFeedback
        documentTitle={documentTitle}
        errors={errors}
        refusal={state.status === 'refused' ? refusalsFor(buttonLabel)[state.reason] : null}
        submission={state}
      />
      {intro}
      <ActionForm send={send} secondsToWait={secondsLeft} noValidate>
        <input type="hidden" name="form" value={formToken} />
        {sessionId ? <input type="hidden" name="session" value={sessionId} /> : null}
        <Honeypot />
        <EmailField
          id={fieldId('email')}
          name="email"
          defaultValue={state.status === 'idle' ? '' : state.values.email}
          error={errors.email}
        />
        <SubmitButton>{buttonLabel}</SubmitButton>
      </ActionForm>
    </Flow>
  )
}

/** Maps each refusal to its message, which quotes the label of the button to press again. */
const refusalsFor = (button: string): Record<LinkRecoveryRefusal, { title: string; text: string }> => ({
  'form-expired': {
    title: 'Het formulier stond te lang open.',
    text: `Je adres staat er nog. Druk nog een keer op “${button}”.`,
  },
  'looks-automated': {
    title: 'We willen zeker weten dat je een mens bent.',
    text: `Je adres staat er nog. Druk nog een keer op “${button}”.`,
  },
  'too-quick': {
    title: 'Dat ging wel heel snel.',
    text: `Je adres staat er nog. Kijk het na en druk nog een keer op “${button}”.`,
  },
  'too-many-for-address': {
    title: 'Dit e-mailadres is nu heel vaak ingestuurd.',
    text: 'Kijk eerst in je mail, ook bij ongewenste mail. Wacht anders een uur en probeer het opnieuw.',
  },
  'too-many-from-ip': {
    title: 'Er wordt nu heel vaak om een link gevraagd vanaf jouw plek.',
    text: `Wacht tien minuten en druk nog een keer op “${button}”.`,
  },
  unavailable: {
    title: 'Er ging iets mis bij ons.',
    text: `Je adres staat er nog. Wacht een paar minuten en druk nog een keer op “${button}”.`,
  },
})
