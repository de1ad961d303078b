'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ZodError } from 'zod'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { hasPassword } from '@/lib/organisers/auth-adapter'
import { type CurrentOrganiser, isTwoFactorRequired } from '@/lib/organisers/current-organiser'
import {
  confirmPasswordSchema,
  type FieldReason,
  twoFactorChoiceSchema,
  twoFactorCodeSchema,
} from '@/lib/organisers/schema'
import {
  beginTwoFactorSetup,
  confirmTwoFactorSetup,
  disableTwoFactor,
  getPendingTotpKey,
  renewRecoveryCodes,
} from '@/lib/organisers/two-factor/setup'
import { routes } from '@/lib/platform/routes'
import type { TwoFactorState } from './_components/two-factor-form'

/** Starts the set-up of two-factor login, confirms it with a code, or manages it once it is on. */
export const twoFactorAction = adminAction(
  { returnTo: routes.twoFactor },
  async ({ form, intent, organiser, actor }): Promise<TwoFactorState> => {
    const { password, code, choice } = readFields(form, 'password', 'code', 'choice')
    if (intent === 'confirm') return await confirm(code, organiser, actor)

    const parsedChoice = intent === 'manage' ? twoFactorChoiceSchema.safeParse({ choice }) : null
    const parsedPassword = (await hasPassword(organiser.id)) ? confirmPasswordSchema.safeParse({ password }) : null
    const errors = { ...issuesIn(parsedChoice?.error), ...issuesIn(parsedPassword?.error) }
    if (Object.keys(errors).length > 0) return { status: 'invalid', errors, values: { choice } }
    return intent === 'manage' ? await manage({ password, choice }, actor) : await start(password, organiser, actor)
  },
)

type Actor = { now: Date; organiserId: string }

const issuesIn = (error: ZodError | undefined) => (error ? firstIssueByField<FieldReason>(error) : {})

async function start(password: string, organiser: CurrentOrganiser, actor: Actor): Promise<TwoFactorState> {
  const started = await beginTwoFactorSetup({ password, headers: await headers() }, actor)
  if (!started.ok) return { status: 'refused', reason: started.reason, values: { choice: '' } }
  return await showSetup(organiser, null)
}

async function confirm(typedCode: string, organiser: CurrentOrganiser, actor: Actor): Promise<TwoFactorState> {
  const parsed = twoFactorCodeSchema.safeParse({ code: typedCode })
  if (!parsed.success)
    return await showSetup(organiser, firstIssueByField<'missing' | 'invalid'>(parsed.error).code ?? 'invalid')
  const request = { ...parsed.data, headers: await headers(), loginId: organiser.loginId }
  const confirmed = await confirmTwoFactorSetup(request, actor)
  if (!confirmed.ok) return await showSetup(organiser, 'wrong')
  return { status: 'done', result: { codes: confirmed.value, cause: 'on' } }
}

/** Shows the pending key, and why its code was refused. */
async function showSetup(
  organiser: CurrentOrganiser,
  refused: 'wrong' | 'missing' | 'invalid' | null,
): Promise<TwoFactorState> {
  const values = { choice: '' }
  const pending = await getPendingTotpKey(organiser.id, organiser.email)
  if (!pending) return { status: 'refused', reason: organiser.twoFactorEnabled ? 'already-on' : 'not-begun', values }
  return { status: 'previewed', values, preview: { qr: pending.qr, key: pending.key, refused } }
}

async function manage(
  { password, choice }: { password: string; choice: string },
  actor: Actor,
): Promise<TwoFactorState> {
  const values = { choice }
  if (choice === 'renew') {
    const renewed = await renewRecoveryCodes({ password, headers: await headers() }, actor)
    if (!renewed.ok) return { status: 'refused', reason: renewed.reason, values }
    return { status: 'done', result: { codes: renewed.value, cause: 'renewed' } }
  }
  if (isTwoFactorRequired()) return { status: 'refused', reason: 'required', values }
  const switchedOff = await disableTwoFactor(password, actor)
  if (!switchedOff.ok) return { status: 'refused', reason: switchedOff.reason, values }
  redirect(routes.account('two-step-off'))
}
