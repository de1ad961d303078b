'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { clockDiffers } from '@/app/beheer/_components/organiser/organiser-copy'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { firstIssueByField } from '@/components/form/field-errors'
import type { Actor } from '@/lib/audit/commands'
import { hasPassword } from '@/lib/organisers/auth'
import { type CurrentOrganiser, isTwoFactorRequired } from '@/lib/organisers/current-organiser'
import { twoFactorCodeSchema, twoFactorFormSchema } from '@/lib/organisers/schema'
import {
  beginTwoFactorSetup,
  confirmTwoFactorSetup,
  disableTwoFactor,
  getPendingTotpKey,
  renewRecoveryCodes,
} from '@/lib/organisers/two-factor/setup'
import { routes } from '@/lib/platform/routes'
import type { TwoFactorRefusal, TwoFactorState } from './_components/two-factor-form'

/**
 * Begins the set-up of two-factor login, confirms the set-up with a code, renews the recovery codes, or switches
 * two-factor login off. The pressed button (`intent`) and the field `choice` select which.
 */
export const twoFactorAction = adminAction(
  { returnTo: routes.twoFactor },
  async ({ form, intent, organiser, actor }): Promise<TwoFactorState> => {
    const { password, code, choice } = readFields(form, 'password', 'code', 'choice')
    if (intent === 'confirm') return await confirm(code, organiser, actor)

    const isManaging = intent === 'manage'
    const asked = { asksPassword: await hasPassword(organiser.id), asksChoice: isManaging }
    const { error } = twoFactorFormSchema(asked).safeParse({ password, choice })
    if (error) return { status: 'invalid', errors: firstIssueByField(error), values: { choice } }

    const confirmation = { password, headers: await headers() }
    if (!isManaging) {
      const begun = await beginTwoFactorSetup(confirmation, actor)
      return begun.ok ? await showSetup(organiser) : refused(begun.reason, choice)
    }
    if (choice === 'renew') {
      const renewed = await renewRecoveryCodes(confirmation, actor)
      if (!renewed.ok) return refused(renewed.reason, choice)
      return { status: 'done', result: { codes: renewed.value, cause: 'renewed' } }
    }
    if (isTwoFactorRequired()) return refused('required', choice)
    const disabled = await disableTwoFactor(password, actor)
    if (!disabled.ok) return refused(disabled.reason, choice)
    redirect(routes.account('two-step-off'))
  },
)

async function confirm(typedCode: string, organiser: CurrentOrganiser, actor: Actor): Promise<TwoFactorState> {
  const { data, error } = twoFactorCodeSchema.safeParse({ code: typedCode })
  if (error) return await showSetup(organiser, firstIssueByField(error))
  const request = { ...data, headers: await headers(), loginId: organiser.loginId }
  const confirmed = await confirmTwoFactorSetup(request, actor)
  if (confirmed.ok) return { status: 'done', result: { codes: confirmed.value, cause: 'on' } }
  if (confirmed.reason === 'already-on') return refused('already-on')
  const setup = await showSetup(organiser, { code: 'wrong' })
  if (confirmed.reason !== 'clock' || setup.status !== 'invalid') return setup
  return { ...setup, status: 'refused', reason: clockDiffers(confirmed.differenceMs, actor.now) }
}

/**
 * Returns the form state that shows the key for the authenticator app, with `errors`. Refuses when the organiser has
 * not begun a set-up of two-factor login.
 */
async function showSetup(
  organiser: CurrentOrganiser,
  errors?: Extract<TwoFactorState, { status: 'invalid' }>['errors'],
): Promise<TwoFactorState> {
  const preview = await getPendingTotpKey(organiser.id, organiser.email)
  if (!preview) return refused(organiser.twoFactorEnabled ? 'already-on' : 'not-begun')
  const shown = { values: { choice: '' }, preview }
  return errors ? { status: 'invalid', errors, ...shown } : { status: 'previewed', ...shown }
}

const refused = (reason: TwoFactorRefusal | 'wrong-password', choice = ''): TwoFactorState =>
  reason === 'wrong-password'
    ? { status: 'invalid', errors: { password: 'wrong' }, values: { choice } }
    : { status: 'refused', reason, values: { choice } }
