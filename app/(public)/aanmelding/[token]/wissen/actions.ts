'use server'

import { redirect } from 'next/navigation'
import { tokenOrDash } from '@/app/_lib/token-param'
import { clock } from '@/lib/platform/clock'
import { mailDir } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { eraseOwnRegistration } from '@/lib/privacy/erasure'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offers'

/** Erases the registration and offers its seat to the waitlist. A second call has the same result. */
export async function eraseOwnRegistrationAction(rawToken: string): Promise<void> {
  const token = tokenOrDash(rawToken)
  const now = clock.now()
  const result = await eraseOwnRegistration(token, { now, mailDir: mailDir() })
  if (!result.ok) redirect(routes.selfServiceErase(token))
  await offerFreeSeatsInAllSessions(now)
  redirect(routes.selfServiceErased())
}
