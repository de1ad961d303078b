'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { tokenOrDash } from '@/app/_lib/token-param'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { acceptOffer, declineOffer } from '@/lib/registrations/waitlist/offers'

/** Accepts or declines the offered seat, as the pressed button says, then shows the page with the result. */
export async function answerOfferAction(rawToken: string, form: FormData): Promise<void> {
  const token = tokenOrDash(rawToken)
  const now = clock.now()
  const { intent } = readFields(form, 'intent')
  if (intent === 'take') await acceptOffer(token, { now })
  if (intent === 'decline') await declineOffer(token, { now })
  redirect(routes.seatOffer(token))
}
