'use server'

import { redirect } from 'next/navigation'
import { readToken } from '@/app/read-token'
import { clock } from '@/lib/platform/clock'
import { mailDir } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { eraseOwn } from '@/lib/privacy/erase-person'
import { offerAllFreePlaces } from '@/lib/registrations/commands'

/** Erases everything and goes to the page that says so; pressed twice it says the same. */
export async function eraseOwnAction(given: string): Promise<void> {
  const token = readToken(given)
  const now = clock.now()
  const result = await eraseOwn(token, { now, mailDir: mailDir() })
  if (!result.ok) redirect(routes.ownErase(token))
  await offerAllFreePlaces(now)
  redirect(routes.ownErased())
}
