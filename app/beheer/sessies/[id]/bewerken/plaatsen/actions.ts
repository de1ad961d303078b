'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { previewMail } from '@/lib/notifications/preview'
import { routes } from '@/lib/platform/routes'
import { countSeatsNow } from '@/lib/registrations/queries'
import { setCapacity } from '@/lib/registrations/waitlist/capacity'
import { canOffer, offersToMake } from '@/lib/registrations/waitlist/rules'
import { capacitySchema } from '@/lib/registrations/waitlist/schema'
import type { CapacityPreview, CapacityState } from './_components/capacity-form'

/** Previews a new capacity; the intent `confirm` saves it. Refuses when a colleague changed the capacity meanwhile. */
export const capacityAction = adminFormAction(
  { params: [idOr404], returnTo: routes.capacity, read: fields('capacity', 'seen'), schema: capacitySchema },
  async ({ params: [sessionId], input, values, intent, previewed, expected, now, actor }): Promise<CapacityState> => {
    const session = await sessionOr404(sessionId)
    const { capacity } = input
    const digest = previewDigest(capacity)
    const seen = capacitySchema.safeParse({ capacity: values.seen })
    if (!seen.success || seen.data.capacity !== session.capacity) {
      if (capacity === session.capacity && intent === 'confirm') redirect(routes.editSession(sessionId, 'places'))
      return await changedMeanwhileState()
    }
    if (intent !== 'confirm' || previewed !== digest) {
      if (capacity === session.capacity) return { status: 'refused', reason: 'nothing-changed', values }
      return { status: 'previewed', values, preview: await buildPreview(intent === 'confirm' ? 'edited' : null) }
    }
    const change = { sessionId, capacity, expectedCapacity: session.capacity, expectedOffers: Number(expected) }
    const result = await setCapacity(change, actor)
    if (result.ok) redirect(routes.editSession(sessionId, 'places'))
    if (result.reason === 'changed-meanwhile') return await changedMeanwhileState()
    const preview = result.reason === 'offers-changed' ? await buildPreview(null) : null
    return { status: 'refused', reason: result.reason, values, preview }

    async function buildPreview(staleReason: CapacityPreview['staleReason']): Promise<CapacityPreview> {
      const [counts, mailPreview] = await Promise.all([
        countSeatsNow(sessionId),
        previewMail({ sessionId, kind: 'seatOffered' }, { now }),
      ])
      const offersAreOpen = canOffer(session, now)
      const seats = { ...counts, capacity }
      const offers = offersAreOpen ? offersToMake(seats) : 0
      const previousCapacity = session.capacity
      return { previousCapacity, seats, offersAreOpen, mailPreview, expected: offers, digest, staleReason }
    }

    /**
     * Returns the refusal that a colleague changed the capacity meanwhile. `seen` becomes the current capacity, so that
     * submitting again replaces it.
     */
    async function changedMeanwhileState(): Promise<CapacityState> {
      refresh()
      const { capacity: current } = await sessionOr404(sessionId)
      return { status: 'refused', reason: 'changed-meanwhile', values: { ...values, seen: current?.toString() ?? '' } }
    }
  },
)
