'use server'

import { redirect } from 'next/navigation'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { takePart } from '@/lib/registrations/commands'

/** Goes to the meeting, or back to the page, which says why not. */
export async function takePartAction(token: string): Promise<void> {
  const result = await takePart(String(token), { now: clock.now() })
  redirect(result.ok ? result.value.link : routes.takePart(String(token)))
}
