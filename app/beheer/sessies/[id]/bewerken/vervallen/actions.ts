'use server'

import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { previewMail } from '@/lib/notifications/preview'
import { getAffectedCount } from '@/lib/notifications/queries'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { cancelSession } from '@/lib/sessions/cancellation'
import { type CancelFieldReason, cancelSchema } from '@/lib/sessions/schema'
import type { CancelSessionState } from './_components/cancel-session-form'

/** What the two buttons of the form do: show what would happen, or do what was shown. */
export async function cancelSessionAction(
  id: string,
  _previous: CancelSessionState,
  form: FormData,
): Promise<CancelSessionState> {
  const organiser = await requireOrganiser(routes.cancelSession(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const { why, intent, previewed, expected } = readFields(form, 'why', 'intent', 'previewed', 'expected')
  const parsed = cancelSchema.safeParse({ why })
  if (!parsed.success) {
    const { why: fieldReason = 'missing' } = firstIssueByField<CancelFieldReason>(parsed.error)
    return { status: 'invalid', reason: fieldReason, why, preview: null }
  }
  const reason = parsed.data.why
  const now = clock.now()
  const buildPreview = async () => {
    const [concerned, mailPreview] = await Promise.all([
      getAffectedCount(sessionId),
      previewMail({ sessionId, kind: 'session-cancelled', cancelReason: reason }, { now }),
    ])
    return { why: reason, ...concerned, mailPreview }
  }
  if (intent !== 'cancel' || cancelSchema.safeParse({ why: previewed }).data?.why !== reason) {
    return { status: 'previewed', isStale: intent === 'cancel', why, preview: await buildPreview() }
  }
  const cancelled = await cancelSession(
    { sessionId, reason: reason, expected: Number(expected) },
    { now, organiserId: organiser.id },
  )
  if (cancelled.ok) redirect(routes.editSession(sessionId, 'cancelled'))
  const recipientsChanged = cancelled.reason === 'recipients-changed'
  return { status: 'refused', reason: cancelled.reason, why, preview: recipientsChanged ? await buildPreview() : null }
}
