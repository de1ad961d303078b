'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/app/read-form'
import { readToken } from '@/app/read-token'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { declinePlace, takePlace } from '@/lib/registrations/offers'

/** Takes the place or lets it go, and back to the page, which says how it stands. */
export async function answerOffer(given: string, form: FormData): Promise<void> {
  const token = readToken(given)
  const { press } = readFields(form, 'press')
  const now = clock.now()
  if (press === 'take') await takePlace(token, { now })
  if (press === 'decline') await declinePlace(token, { now })
  redirect(routes.takePlace(token))
}
