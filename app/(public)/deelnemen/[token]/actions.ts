'use server'

import { redirect } from 'next/navigation'
import { tokenOrDash } from '@/app/_lib/token-param'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { joinMeeting } from '@/lib/registrations/self-service/commands'

/** Redirects to the meeting; from an hour before it, also records attendance. After a refusal, shows the page with its reason. */
export async function joinMeetingAction(rawToken: string): Promise<void> {
  const token = tokenOrDash(rawToken)
  const result = await joinMeeting(token, { now: clock.now() })
  redirect(result.ok ? result.value.link : routes.joinMeeting(token))
}
