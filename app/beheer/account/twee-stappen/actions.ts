'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { type CurrentOrganiser, isTwoFactorRequired, requireOrganiser } from '@/lib/organisers/current-organiser'
import { hasPassword } from '@/lib/organisers/queries'
import { confirmPasswordSchema, twoFactorChoiceSchema, twoFactorCodeSchema } from '@/lib/organisers/schema'
import { renderQrCode } from '@/lib/organisers/two-factor/qr-code'
import {
  beginTwoFactorSetup,
  confirmTwoFactorSetup,
  disableTwoFactor,
  getPendingTotpKey,
  renewRecoveryCodes,
} from '@/lib/organisers/two-factor/setup'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import type { TwoFactorState } from './_components/two-factor-form'

/** What the forms of the page do, each with `press`: begin, confirm with a code, or manage what is on. */
export async function twoFactorAction(_previous: TwoFactorState, form: FormData): Promise<TwoFactorState> {
  const organiser = await requireOrganiser(routes.twoFactor())
  const { intent, password, code, choice } = readFields(form, 'intent', 'password', 'code', 'choice')
  if (intent === 'confirm') return await confirm(organiser, code)

  const parsedChoice = intent === 'manage' ? twoFactorChoiceSchema.safeParse({ choice }) : null
  const parsedPassword = (await hasPassword(organiser.id)) ? confirmPasswordSchema.safeParse({ password }) : null
  const errors = { ...issuesIn(parsedChoice), ...issuesIn(parsedPassword) }
  if (Object.keys(errors).length > 0) return { status: 'invalid', errors, choice }
  return intent === 'manage' ? await manage(organiser, password, choice) : await start(organiser, password)
}

const issuesIn = (
  parsed:
    | ReturnType<typeof confirmPasswordSchema.safeParse>
    | ReturnType<typeof twoFactorChoiceSchema.safeParse>
    | null,
) => (parsed?.error ? firstIssueByField<'missing'>(parsed.error) : {})

async function start(organiser: CurrentOrganiser, password: string): Promise<TwoFactorState> {
  const started = await beginTwoFactorSetup({ password, headers: await headers() }, toActor(organiser))
  if (!started.ok) return { status: 'refused', reason: started.reason, choice: '' }
  return await showSetup(organiser, null)
}

async function confirm(organiser: CurrentOrganiser, code: string): Promise<TwoFactorState> {
  const parsed = twoFactorCodeSchema.safeParse({ code: code })
  if (!parsed.success)
    return await showSetup(organiser, firstIssueByField<'missing' | 'invalid'>(parsed.error).code ?? 'invalid')
  const request = { ...parsed.data, headers: await headers(), loginId: organiser.loginId }
  const confirmed = await confirmTwoFactorSetup(request, toActor(organiser))
  if (!confirmed.ok) return await showSetup(organiser, 'wrong')
  return { status: 'codes', codes: confirmed.value, cause: 'on' }
}

/** The key as it was shown before, and why its code was refused. */
async function showSetup(
  organiser: CurrentOrganiser,
  refused: 'wrong' | 'missing' | 'invalid' | null,
): Promise<TwoFactorState> {
  const pending = await getPendingTotpKey(organiser.id, organiser.email)
  if (!pending)
    return { status: 'refused', reason: organiser.twoFactorEnabled ? 'already-on' : 'not-begun', choice: '' }
  return { status: 'scan', app: { qr: renderQrCode(pending.uri), key: pending.key }, refused }
}

async function manage(organiser: CurrentOrganiser, password: string, choice: string): Promise<TwoFactorState> {
  const request = { password, headers: await headers(), loginId: organiser.loginId }
  if (choice === 'renew') {
    const renewed = await renewRecoveryCodes(request, toActor(organiser))
    if (!renewed.ok) return { status: 'refused', reason: renewed.reason, choice }
    return { status: 'codes', codes: renewed.value, cause: 'renewed' }
  }
  if (isTwoFactorRequired()) return { status: 'refused', reason: 'required', choice }
  const switchedOff = await disableTwoFactor(request, toActor(organiser))
  if (!switchedOff.ok) return { status: 'refused', reason: switchedOff.reason, choice }
  redirect(routes.account('two-step-off'))
}

const toActor = ({ id }: CurrentOrganiser) => ({ now: clock.now(), organiserId: id })
