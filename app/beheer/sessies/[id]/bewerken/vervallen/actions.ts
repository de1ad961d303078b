'use server'

import { redirect } from 'next/navigation'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { firstReasons, readFields } from '@/app/read-form'
import type { CancelState } from '@/components/organiser/cancel-form'
import { previewMail } from '@/lib/messages/preview'
import { getConcernedCount } from '@/lib/messages/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { cancelSession } from '@/lib/sessions/commands'
import { type CancelFieldReason, cancelSchema } from '@/lib/sessions/schema'

/** What the two buttons of the form do: show what would happen, or do what was shown. */
export async function cancelAction(id: string, _previous: CancelState, form: FormData): Promise<CancelState> {
  const organiser = await requireOrganiser(routes.cancelSession(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const { why, press, looked, expected } = readFields(form, 'why', 'press', 'looked', 'expected')
  const parsed = cancelSchema.safeParse({ why })
  if (!parsed.success) {
    const { why: mistake = 'missing' } = firstReasons<CancelFieldReason>(parsed.error)
    return { status: 'invalid', reason: mistake, why, look: null }
  }
  const reason = parsed.data.why
  const now = clock.now()
  const look = async () => {
    const [concerned, looks] = await Promise.all([
      getConcernedCount(sessionId),
      previewMail({ sessionId, kind: 'session-cancelled', cancelReason: reason }, { now }),
    ])
    return { why: reason, ...concerned, looks }
  }
  if (press !== 'cancel' || cancelSchema.safeParse({ why: looked }).data?.why !== reason) {
    return { status: 'looked', again: press === 'cancel', why, look: await look() }
  }
  const cancelled = await cancelSession(
    { sessionId, why: reason, expected: Number(expected) },
    { now, organiserId: organiser.id },
  )
  if (cancelled.ok) redirect(routes.editSession(sessionId, 'cancelled'))
  const again = cancelled.reason === 'recipients-changed'
  return { status: 'refused', reason: cancelled.reason, why, look: again ? await look() : null }
}
