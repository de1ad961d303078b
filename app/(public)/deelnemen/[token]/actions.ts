'use server'

import { redirect } from 'next/navigation'
import { readToken } from '@/app/read-token'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { takePart } from '@/lib/registrations/commands'

/** Goes to the meeting, or back to the page, which says why not. */
export async function takePartAction(given: string): Promise<void> {
  const token = readToken(given)
  const result = await takePart(token, { now: clock.now() })
  redirect(result.ok ? result.value.link : routes.takePart(token))
}
