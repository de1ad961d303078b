'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { tokenOrDash } from '@/app/_lib/token-param'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { joinMeeting } from '@/lib/registrations/self-service/commands'

/**
 * Redirects to the meeting, or shows its link if the pressed button asks for that. From an hour before the session, also records
 * attendance. After a refusal, shows the page with its reason.
 */
export async function joinMeetingAction(rawToken: string, form: FormData): Promise<void> {
  const token = tokenOrDash(rawToken)
  const result = await joinMeeting(token, { now: clock.now() })
  if (!result.ok) redirect(routes.joinMeeting(token))
  redirect(readFields(form, 'intent').intent === 'show-link' ? routes.joinMeeting(token, 'link') : result.value.link)
}
