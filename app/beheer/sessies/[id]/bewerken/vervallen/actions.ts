'use server'

import { redirect } from 'next/navigation'
import { idOr404 } from '@/app/beheer/read-params'
import { firstReasons, readFields } from '@/app/read-form'
import type { CancelState } from '@/components/organiser/cancel-form'
import { getRecipientCount } from '@/lib/messages/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { cancelSession } from '@/lib/sessions/commands'
import { type CancelFieldReason, cancelSchema } from '@/lib/sessions/schema'

/** What the two buttons of the form do: show what would happen, or do what was shown. */
export async function cancelAction(id: string, _previous: CancelState, form: FormData): Promise<CancelState> {
  const sessionId = idOr404(String(id))
  const organiser = await requireOrganiser(routes.cancelSession(sessionId))
  const { why, press, looked, expected } = readFields(form, 'why', 'press', 'looked', 'expected')
  const parsed = cancelSchema.safeParse({ why })
  if (!parsed.success) {
    const { why: reason = 'missing' } = firstReasons<CancelFieldReason>(parsed.error)
    return { status: 'invalid', reason, why, look: null }
  }
  const look = { why: parsed.data.why, recipients: await getRecipientCount(sessionId) }
  if (press !== 'cancel' || cancelSchema.safeParse({ why: looked }).data?.why !== look.why) {
    return { status: 'looked', again: press === 'cancel', why, look }
  }
  const cancelled = await cancelSession(
    { sessionId, why: look.why, expected: Number(expected) },
    { now: clock.now(), organiserId: organiser.id },
  )
  if (cancelled.ok) redirect(routes.editSession(sessionId))
  return {
    status: 'refused',
    reason: cancelled.reason,
    why,
    look: cancelled.reason === 'recipients-changed' ? look : null,
  }
}
