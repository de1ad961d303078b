'use server'

import { redirect } from 'next/navigation'
import { clock } from '@/lib/platform/clock'
import { mailDir } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { eraseOwn } from '@/lib/privacy/erase-person'
import { offerAllFreePlaces } from '@/lib/registrations/commands'

/** Erases everything and goes to the page that says so; pressed twice it says the same. */
export async function eraseOwnAction(token: string): Promise<void> {
  const now = clock.now()
  const result = await eraseOwn(String(token), { now, mailDir: mailDir() })
  if (!result.ok) redirect(routes.ownErase(String(token)))
  await offerAllFreePlaces(now)
  redirect(routes.ownErased())
}
