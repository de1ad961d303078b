'use server'

import { redirect } from 'next/navigation'
import { tokenOrDash } from '@/app/_lib/token-param'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { cancelOwnRegistration } from '@/lib/registrations/self-service/cancel'

/** Cancels the registration and shows it. After a refusal shows the same page, which explains it. */
export async function cancelOwnRegistrationAction(rawToken: string): Promise<void> {
  const token = tokenOrDash(rawToken)
  const result = await cancelOwnRegistration(token, { now: clock.now() })
  redirect(result.ok ? routes.selfService(token, 'cancelled') : routes.selfServiceCancel(token))
}
