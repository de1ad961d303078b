'use server'

import { redirect } from 'next/navigation'
import { firstReasons, readFields } from '@/app/read-form'
import { readToken } from '@/app/read-token'
import type { AddressState } from '@/components/own-sign-up/own-address-form'
import { askAddress, keepAddress } from '@/lib/own-sign-up/address'
import { addressSchema } from '@/lib/own-sign-up/schema'
import { clock } from '@/lib/platform/clock'
import { errorFacts } from '@/lib/platform/error-facts'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'

/** Mails the owner of another address, and says so on the same page; or says what to mend. */
export async function askAddressAction(token: string, _previous: AddressState, form: FormData): Promise<AddressState> {
  const own = readToken(token)
  const values = readFields(form, 'email')
  const parsed = addressSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const result = await askAddress(own, parsed.data.email, { now: clock.now() }).catch(logFailure)
  if (result.ok) redirect(routes.ownAddress(own, 'asked'))
  // That page says that the link does not work any more.
  if (result.reason === 'unknown-link') redirect(routes.ownSignUp(own))
  // And this one that there is nothing to change any more, and why.
  if (result.reason === 'locked') redirect(routes.ownAddress(own))
  if (result.reason === 'same-address') return { status: 'invalid', errors: { email: result.reason }, values }
  return { status: 'refused', reason: result.reason, values }
}

/** Keeps the address that it is. */
export async function keepAddressAction(token: string): Promise<void> {
  const own = readToken(token)
  await keepAddress(own, { now: clock.now() })
  redirect(routes.ownAddress(own, 'withdrawn'))
}

function logFailure(error: unknown) {
  logger.error(errorFacts(error), 'other address not asked')
  return { ok: false, reason: 'unavailable' } as const
}
