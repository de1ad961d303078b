'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { tokenOrDash } from '@/app/_lib/token-param'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { acceptOffer, declineOffer } from '@/lib/registrations/waitlist/offers'

/** Takes the place or lets it go, and back to the page, which says how it stands. */
export async function answerOfferAction(rawToken: string, form: FormData): Promise<void> {
  const token = tokenOrDash(rawToken)
  const { intent } = readFields(form, 'intent')
  const now = clock.now()
  if (intent === 'take') await acceptOffer(token, { now })
  if (intent === 'decline') await declineOffer(token, { now })
  redirect(routes.seatOffer(token))
}
