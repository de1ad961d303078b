'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { firstReasons, readFields } from '@/app/read-form'
import type { CapacityState, CapacityValues } from '@/components/organiser/capacity-form'
import type { CapacityView } from '@/components/organiser/capacity-look'
import { previewMail } from '@/lib/messages/preview'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { setCapacity } from '@/lib/registrations/capacity'
import { countPlacesNow } from '@/lib/registrations/queries'
import { canOffer, offersToMake } from '@/lib/registrations/rules'
import { type CapacityFieldReason, capacitySchema } from '@/lib/registrations/schema-places'

/** What the two buttons of the form do: show what would change, or do what was shown. */
export async function capacityAction(id: string, _previous: CapacityState, form: FormData): Promise<CapacityState> {
  const organiser = await requireOrganiser(routes.places(String(id)))
  const session = await sessionOr404(id)
  const now = clock.now()
  const values: CapacityValues = readFields(form, 'capacity', 'seen')
  const { press, looked, expected } = readFields(form, 'press', 'looked', 'expected')
  const parsed = capacitySchema.safeParse(values)
  const seen = capacitySchema.safeParse({ capacity: values.seen })
  if (!parsed.success) {
    const { capacity: reason = 'not-a-number' } = firstReasons<CapacityFieldReason>(parsed.error)
    return { status: 'invalid', reason, values, look: null }
  }
  const { capacity } = parsed.data
  if (!seen.success || seen.data.capacity !== session.capacity) {
    if (capacity === session.capacity && press === 'save') redirect(routes.editSession(session.id, 'places'))
    return changedMeanwhile()
  }

  if (press !== 'save' || looked !== String(capacity ?? '')) {
    if (capacity === session.capacity) return { status: 'refused', reason: 'nothing-changed', values, look: null }
    return { status: 'looked', again: press === 'save', values, look: await look() }
  }
  const change = { sessionId: session.id, capacity, seen: seen.data.capacity, expected: Number(expected) }
  const done = await setCapacity(change, { now, organiserId: organiser.id })
  if (done.ok) redirect(routes.editSession(session.id, 'places'))
  if (done.reason === 'changed-meanwhile') return changedMeanwhile()
  const again = done.reason === 'offers-changed'
  return { status: 'refused', reason: done.reason, values, look: again ? await look() : null }

  async function look(): Promise<CapacityView> {
    const [places, looks] = await Promise.all([
      countPlacesNow(session.id),
      previewMail({ sessionId: session.id, kind: 'place-offered' }, { now }),
    ])
    const isOpen = canOffer(session, now)
    const asked = { ...places, capacity }
    return { was: session.capacity, places: asked, offers: isOpen ? offersToMake(asked) : 0, isOpen, looks }
  }

  /** What was typed stays, and now stands over what a colleague made of it. */
  async function changedMeanwhile(): Promise<CapacityState> {
    refresh()
    const { capacity: theirs } = await sessionOr404(id)
    const standing = { ...values, seen: theirs?.toString() ?? '' }
    return { status: 'refused', reason: 'changed-meanwhile', values: standing, look: null }
  }
}
