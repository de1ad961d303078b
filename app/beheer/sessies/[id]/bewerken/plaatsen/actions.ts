'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { previewMail } from '@/lib/notifications/preview'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { countSeatsNow } from '@/lib/registrations/queries'
import { setCapacity } from '@/lib/registrations/waitlist/capacity'
import { canOffer, offersToMake } from '@/lib/registrations/waitlist/rules'
import { type CapacityFieldReason, capacitySchema } from '@/lib/registrations/waitlist/schema'
import type { CapacityState, CapacityValues } from './_components/capacity-form'
import type { CapacityPreview } from './_components/capacity-preview'

/** What the two buttons of the form do: show what would change, or do what was shown. */
export async function capacityAction(id: string, _previous: CapacityState, form: FormData): Promise<CapacityState> {
  const organiser = await requireOrganiser(routes.capacity(String(id)))
  const session = await sessionOr404(id)
  const now = clock.now()
  const values: CapacityValues = readFields(form, 'capacity', 'seen')
  const { intent, previewed, expected } = readFields(form, 'intent', 'previewed', 'expected')
  const parsed = capacitySchema.safeParse(values)
  const seen = capacitySchema.safeParse({ capacity: values.seen })
  if (!parsed.success) {
    const { capacity: reason = 'not-a-number' } = firstIssueByField<CapacityFieldReason>(parsed.error)
    return { status: 'invalid', reason, values, preview: null }
  }
  const { capacity } = parsed.data
  if (!seen.success || seen.data.capacity !== session.capacity) {
    if (capacity === session.capacity && intent === 'save') redirect(routes.editSession(session.id, 'places'))
    return changedMeanwhileState()
  }

  if (intent !== 'save' || previewed !== String(capacity ?? '')) {
    if (capacity === session.capacity) return { status: 'refused', reason: 'nothing-changed', values, preview: null }
    return { status: 'previewed', isStale: intent === 'save', values, preview: await buildPreview() }
  }
  const change = {
    sessionId: session.id,
    capacity,
    expectedCapacity: seen.data.capacity,
    expectedOffers: Number(expected),
  }
  const result = await setCapacity(change, { now, organiserId: organiser.id })
  if (result.ok) redirect(routes.editSession(session.id, 'places'))
  if (result.reason === 'changed-meanwhile') return changedMeanwhileState()
  const offersChanged = result.reason === 'offers-changed'
  return { status: 'refused', reason: result.reason, values, preview: offersChanged ? await buildPreview() : null }

  async function buildPreview(): Promise<CapacityPreview> {
    const [counts, mailPreview] = await Promise.all([
      countSeatsNow(session.id),
      previewMail({ sessionId: session.id, kind: 'seatOffered' }, { now }),
    ])
    const offersAreOpen = canOffer(session, now)
    const seats = { ...counts, capacity }
    return {
      previousCapacity: session.capacity,
      seats: seats,
      offers: offersAreOpen ? offersToMake(seats) : 0,
      offersAreOpen,
      mailPreview,
    }
  }

  /** What was typed stays, and now stands over what a colleague made of it. */
  async function changedMeanwhileState(): Promise<CapacityState> {
    refresh()
    const { capacity: latestCapacity } = await sessionOr404(id)
    const latestValues = { ...values, seen: latestCapacity?.toString() ?? '' }
    return { status: 'refused', reason: 'changed-meanwhile', values: latestValues, preview: null }
  }
}
