'use client'

import { useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import { organiserFieldErrors, wrongSetupCodeMessage } from '@/app/beheer/_components/organiser/organiser-form-errors'
import type { FieldReason } from '@/lib/organisers/schema'
import { RecoveryCodes } from './recovery-codes'
import { twoFactorRefusals, wrongPasswordErrors } from './two-factor-copy'
import { TwoFactorManage } from './two-factor-manage'
import { type AuthenticatorSetup, TwoFactorSetup } from './two-factor-setup'
import { TwoFactorStart } from './two-factor-start'

export type TwoFactorRefusal = 'wait' | 'already-on' | 'not-on' | 'required' | 'not-begun'
export type TwoFactorState =
  | { status: 'idle' }
  | { status: 'refused'; reason: TwoFactorRefusal | 'wrong-password'; choice: string }
  | { status: 'invalid'; errors: Record<string, FieldReason>; choice: string }
  /** A key for the app, to be confirmed with a code; `refused`: that was not it. */
  | { status: 'scan'; app: AuthenticatorSetup; refused: 'wrong' | FieldReason | null }
  | { status: 'codes'; codes: string[]; cause: 'on' | 'renewed' }

type Props = {
  action: (previous: TwoFactorState, form: FormData) => Promise<TwoFactorState>
  isOn: boolean
  /** Nobody may switch it off here. */
  required: boolean
  email: string
  hasPassword: boolean
}

const codesFlash = {
  on: { title: 'Inloggen in twee stappen staat aan.', text: 'Je krijgt er een mail over.' },
  renewed: { title: 'Dit zijn je nieuwe herstelcodes.', text: 'Die van eerder werken niet meer.' },
} as const

/** Two-step log-in of one's own: password, app, first code, recovery codes; later new codes, or off. */
export function TwoFactorForm({ action, isOn, required, email, hasPassword }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = fieldErrorsFrom(state)
  // What the answer brings stays, also when the page around it knows by now that it is on.
  const showsCodes = state.status === 'codes'
  const refusal =
    state.status === 'refused' && state.reason !== 'wrong-password' ? twoFactorRefusals[state.reason] : null
  const shared = { send, errors, email, hasPassword }
  return (
    <>
      <FormFeedback
        pageTitle="Inloggen in twee stappen"
        errors={errors}
        refusal={refusal}
        success={showsCodes ? codesFlash[state.cause] : null}
        submission={state.status === 'scan' && !state.refused ? null : state}
      />
      {showsCodes ? <RecoveryCodes codes={state.codes} email={email} /> : null}
      {state.status === 'scan' ? <TwoFactorSetup app={state.app} {...shared} /> : null}
      {!showsCodes && state.status !== 'scan' && isOn ? (
        <TwoFactorManage required={required} choice={'choice' in state ? state.choice : ''} {...shared} />
      ) : null}
      {!showsCodes && state.status !== 'scan' && !isOn ? <TwoFactorStart {...shared} /> : null}
    </>
  )
}

function fieldErrorsFrom(state: TwoFactorState): Record<string, string> {
  if (state.status === 'invalid') return organiserFieldErrors(state.errors)
  if (state.status === 'refused' && state.reason === 'wrong-password') return wrongPasswordErrors
  if (state.status !== 'scan' || !state.refused) return {}
  return state.refused === 'wrong' ? { code: wrongSetupCodeMessage } : organiserFieldErrors({ code: state.refused })
}
