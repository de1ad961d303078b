'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { firstReasons, readFields } from '@/app/read-form'
import type { LostLinkState } from '@/components/own-sign-up/lost-link-form'
import { askLostLink } from '@/lib/own-sign-up/lost-link'
import { lostLinkSchema } from '@/lib/own-sign-up/schema'
import { clock } from '@/lib/platform/clock'
import { errorFacts } from '@/lib/platform/error-facts'
import { clientIp } from '@/lib/platform/front-door/client-ip'
import { logger } from '@/lib/platform/logger'
import { checkSpam } from '@/lib/registrations/spam'

/** Has the link mailed to whoever has this address, and says the same when nobody has. */
export async function lostLinkAction(_previous: LostLinkState, form: FormData): Promise<LostLinkState> {
  const { form: token, website: honeypot, email: typed } = readFields(form, 'form', 'website', 'email')
  const values = { email: typed }
  const parsed = lostLinkSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const { email } = parsed.data
  const now = clock.now()
  const ask = async () => {
    const human = await checkSpam({ token, honeypot, email, ip: clientIp(await headers()) }, { now, door: 'lost-link' })
    if (human.ok) await askLostLink(email, { now })
    return human
  }
  const asked = await ask().catch(logFailure)
  if (asked.ok) return { status: 'asked', values: { email } }
  // The page comes along with a new form token: pressing the button again is enough.
  if (asked.reason === 'form-expired') refresh()
  return { status: 'refused', reason: asked.reason, values }
}

function logFailure(error: unknown) {
  logger.error(errorFacts(error), 'lost link not asked for')
  return { ok: false, reason: 'unavailable' } as const
}
