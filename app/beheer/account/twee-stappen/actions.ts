'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { firstReasons, readFields } from '@/app/read-form'
import type { TwoStepState } from '@/components/organiser/two-step-form'
import { type CurrentOrganiser, needsTwoStep, requireOrganiser } from '@/lib/organisers/current'
import { drawQr } from '@/lib/organisers/qr'
import { hasPassword } from '@/lib/organisers/queries'
import { codeSchema, passwordSchema, twoStepChoiceSchema } from '@/lib/organisers/schema'
import {
  beginTwoStep,
  confirmTwoStep,
  getPendingKey,
  renewRecoveryCodes,
  switchOffTwoStep,
} from '@/lib/organisers/two-step'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** What the forms of the page do, each with `press`: begin, confirm with a code, or manage what is on. */
export async function twoStepAction(_previous: TwoStepState, form: FormData): Promise<TwoStepState> {
  const organiser = await requireOrganiser(routes.twoStep())
  const { press, password, code, choice } = readFields(form, 'press', 'password', 'code', 'choice')
  if (press === 'confirm') return await confirm(organiser, code)

  const chosen = press === 'manage' ? twoStepChoiceSchema.safeParse({ choice }) : null
  const typed = (await hasPassword(organiser.id)) ? passwordSchema.safeParse({ password }) : null
  const errors = { ...refusedIn(chosen), ...refusedIn(typed) }
  if (Object.keys(errors).length > 0) return { status: 'invalid', errors, choice }
  return press === 'manage' ? await manage(organiser, password, choice) : await begin(organiser, password)
}

const refusedIn = (
  parsed: ReturnType<typeof passwordSchema.safeParse> | ReturnType<typeof twoStepChoiceSchema.safeParse> | null,
) => (parsed?.error ? firstReasons<'missing'>(parsed.error) : {})

async function begin(organiser: CurrentOrganiser, password: string): Promise<TwoStepState> {
  const begun = await beginTwoStep({ password, headers: await headers() }, by(organiser))
  if (!begun.ok) return { status: 'refused', reason: begun.reason, choice: '' }
  return await scan(organiser, null)
}

async function confirm(organiser: CurrentOrganiser, typed: string): Promise<TwoStepState> {
  const parsed = codeSchema.safeParse({ code: typed })
  if (!parsed.success) return await scan(organiser, firstReasons<'missing' | 'invalid'>(parsed.error).code ?? 'invalid')
  const asked = { ...parsed.data, headers: await headers(), loginId: organiser.loginId }
  const confirmed = await confirmTwoStep(asked, by(organiser))
  if (!confirmed.ok) return await scan(organiser, 'wrong')
  return { status: 'codes', codes: confirmed.value, why: 'on' }
}

/** The key as it was shown before, and why its code was refused. */
async function scan(
  organiser: CurrentOrganiser,
  refused: 'wrong' | 'missing' | 'invalid' | null,
): Promise<TwoStepState> {
  const pending = await getPendingKey(organiser.id, organiser.email)
  if (!pending) return { status: 'refused', reason: organiser.twoStep ? 'already-on' : 'not-begun', choice: '' }
  return { status: 'scan', app: { qr: drawQr(pending.uri), key: pending.key }, refused }
}

async function manage(organiser: CurrentOrganiser, password: string, choice: string): Promise<TwoStepState> {
  const asked = { password, headers: await headers(), loginId: organiser.loginId }
  if (choice === 'renew') {
    const renewed = await renewRecoveryCodes(asked, by(organiser))
    if (!renewed.ok) return { status: 'refused', reason: renewed.reason, choice }
    return { status: 'codes', codes: renewed.value, why: 'renewed' }
  }
  if (needsTwoStep()) return { status: 'refused', reason: 'required', choice }
  const off = await switchOffTwoStep(asked, by(organiser))
  if (!off.ok) return { status: 'refused', reason: off.reason, choice }
  redirect(routes.account('two-step-off'))
}

const by = ({ id }: CurrentOrganiser) => ({ now: clock.now(), organiserId: id })
