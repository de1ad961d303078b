'use client'

import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { organiserFieldErrors, wrongSetupCodeMessage } from '@/app/beheer/_components/organiser/organiser-form-errors'
import { RecoveryCodes } from '@/app/beheer/account/twee-stappen/_components/recovery-codes'
import { TwoFactorManage, TwoFactorStart } from '@/app/beheer/account/twee-stappen/_components/two-factor-manage'
import { type AuthenticatorSetup, TwoFactorSetup } from '@/app/beheer/account/twee-stappen/_components/two-factor-setup'
import type { FieldReason } from '@/lib/organisers/schema'

type TwoFactorRefusal = keyof typeof twoFactorRefusals | 'wrong-password'
type NewCodes = { codes: string[]; cause: keyof typeof codesFlash }

/** The preview holds the key for the app, which a code confirms. `refused` says why the last code was not accepted. */
export type TwoFactorState = FormState<
  { choice: string },
  FieldReason,
  TwoFactorRefusal,
  NewCodes,
  AuthenticatorSetup & { refused: 'wrong' | FieldReason | null }
>

type Props = {
  action: FormAction<TwoFactorState>
  isOn: boolean
  /** True if this installation requires two-factor login of every organiser. */
  required: boolean
  email: string
  hasPassword: boolean
}

const codesFlash = {
  on: { title: 'Inloggen in twee stappen staat aan.', text: 'Je krijgt er een mail over.' },
  renewed: { title: 'Dit zijn je nieuwe herstelcodes.', text: 'Die van eerder werken niet meer.' },
} as const

/** Turns on two-factor login of the own account in three steps. Once it is on: renews recovery codes, or turns it off. */
export function TwoFactorForm({ action, isOn, required, email, hasPassword }: Props) {
  const form = useFormAction(action, {
    values: { choice: '' },
    describeRefusal: (reason) => (reason === 'wrong-password' ? null : twoFactorRefusals[reason]),
  })
  const { state, send, result, preview: setup } = form
  const errors = fieldErrorsFrom(state)
  const shared = { send, errors, email, hasPassword }
  const manageOrStart = isOn ? (
    <TwoFactorManage required={required} choice={form.values.choice} {...shared} />
  ) : (
    <TwoFactorStart {...shared} />
  )
  return (
    <>
      <FormFeedback
        pageTitle="Inloggen in twee stappen"
        errors={errors}
        refusal={form.refusal}
        success={result && codesFlash[result.cause]}
        submission={setup && !setup.refused ? null : state}
      />
      {result ? <RecoveryCodes codes={result.codes} email={email} /> : null}
      {setup ? <TwoFactorSetup app={setup} {...shared} /> : null}
      {/* The outcome stays, also when the page around it already knows that two-factor login is on. */}
      {result || setup ? null : manageOrStart}
    </>
  )
}

function fieldErrorsFrom(state: TwoFactorState): Record<string, string> {
  if (state.status === 'invalid') return organiserFieldErrors(state.errors)
  if (state.status === 'refused' && state.reason === 'wrong-password') return wrongPasswordErrors
  if (state.status !== 'previewed' || !state.preview.refused) return {}
  const { refused } = state.preview
  return refused === 'wrong' ? { code: wrongSetupCodeMessage } : organiserFieldErrors({ code: refused })
}

const wrongPasswordErrors = { password: 'Dit is niet je wachtwoord. Kijk het na' }

const twoFactorRefusals: Record<'wait' | 'already-on' | 'not-on' | 'required' | 'not-begun', Flash> = {
  wait: {
    title: 'Probeer het over een kwartier opnieuw.',
    text: 'Je wachtwoord is te vaak verkeerd ingevuld. Er is niets veranderd.',
  },
  'already-on': { title: 'Inloggen in twee stappen staat al aan.', text: 'Er is nu niets veranderd.' },
  'not-on': { title: 'Inloggen in twee stappen staat al uit.', text: 'Er is nu niets veranderd.' },
  required: { title: 'Hier moet iedereen inloggen in twee stappen.', text: 'Uitzetten kan daarom niet.' },
  'not-begun': { title: 'Begin opnieuw.', text: 'De sleutel van eerder werkt niet meer.' },
}
