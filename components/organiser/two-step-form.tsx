'use client'

import { useActionState } from 'react'
import type { FieldReason } from '@/lib/organisers/schema'
import { FormHead } from './form-head'
import { errorsOf, wrongFirstCode } from './login-words'
import { RecoveryCodes } from './recovery-codes'
import { TwoStepBegin } from './two-step-begin'
import { TwoStepManage } from './two-step-manage'
import { type ForApp, TwoStepScan } from './two-step-scan'
import { ownPasswordErrors, twoStepRefusals } from './two-step-words'

export type TwoStepRefusal = 'wait' | 'already-on' | 'not-on' | 'required' | 'not-begun'
export type TwoStepState =
  | { status: 'idle' }
  | { status: 'refused'; reason: TwoStepRefusal | 'wrong-password'; choice: string }
  | { status: 'invalid'; errors: Record<string, FieldReason>; choice: string }
  /** A key for the app, to be confirmed with a code; `refused`: that was not it. */
  | { status: 'scan'; app: ForApp; refused: 'wrong' | FieldReason | null }
  | { status: 'codes'; codes: string[]; why: 'on' | 'renewed' }

type Props = {
  action: (previous: TwoStepState, form: FormData) => Promise<TwoStepState>
  isOn: boolean
  /** Nobody may switch it off here. */
  required: boolean
  email: string
  hasPassword: boolean
}

const codesNews = {
  on: { lead: 'Inloggen in twee stappen staat aan.', text: 'Je krijgt er een mail over.' },
  renewed: { lead: 'Dit zijn je nieuwe herstelcodes.', text: 'Die van eerder werken niet meer.' },
} as const

/** Two-step log-in of one's own: password, app, first code, recovery codes; later new codes, or off. */
export function TwoStepForm({ action, isOn, required, email, hasPassword }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = errorsIn(state)
  // What the answer brings stays, also when the page around it knows by now that it is on.
  const isNews = state.status === 'codes'
  const refusal = state.status === 'refused' && state.reason !== 'wrong-password' ? twoStepRefusals[state.reason] : null
  const shared = { send, errors, email, hasPassword }
  return (
    <>
      <FormHead
        title="Inloggen in twee stappen"
        errors={errors}
        refusal={refusal}
        done={isNews ? codesNews[state.why] : null}
        sending={state.status === 'scan' && !state.refused ? null : state}
      />
      {isNews ? <RecoveryCodes codes={state.codes} email={email} /> : null}
      {state.status === 'scan' ? <TwoStepScan app={state.app} {...shared} /> : null}
      {!isNews && state.status !== 'scan' && isOn ? (
        <TwoStepManage required={required} choice={'choice' in state ? state.choice : ''} {...shared} />
      ) : null}
      {!isNews && state.status !== 'scan' && !isOn ? <TwoStepBegin {...shared} /> : null}
    </>
  )
}

function errorsIn(state: TwoStepState): Record<string, string> {
  if (state.status === 'invalid') return errorsOf(state.errors)
  if (state.status === 'refused' && state.reason === 'wrong-password') return ownPasswordErrors
  if (state.status !== 'scan' || !state.refused) return {}
  return state.refused === 'wrong' ? { code: wrongFirstCode } : errorsOf({ code: state.refused })
}
