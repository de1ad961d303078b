'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { listImmediateSends } from '@/lib/notifications/immediate-sends'
import { previewMail } from '@/lib/notifications/preview'
import { getAffectedCount } from '@/lib/notifications/queries'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { countOfferImpact } from '@/lib/registrations/waitlist/offer-impact'
import { getLatestRelease, getSessionHeading } from '@/lib/sessions/queries'
import { canNotifyOfReschedule, classifyScheduleChange, serializeTimes } from '@/lib/sessions/rules'
import { rescheduleSession } from '@/lib/sessions/schedule'
import { parseTimes } from '@/lib/sessions/schedule-form'
import {
  type RescheduleRefusal,
  type ScheduleFieldReason,
  type SessionTimes,
  scheduleFields,
  scheduleSchema,
  serializedTimesSchema,
} from '@/lib/sessions/schema'
import type { RescheduleState, RescheduleValues } from './_components/reschedule-form'
import type { ReschedulePreview } from './_components/reschedule-preview'

/** What the two buttons of the form do: show what would change, or do what was shown. */
export async function rescheduleAction(
  id: string,
  _previous: RescheduleState,
  form: FormData,
): Promise<RescheduleState> {
  const organiser = await requireOrganiser(routes.rescheduleSession(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const now = clock.now()
  const values: RescheduleValues = readFields(form, ...scheduleFields, 'who', 'seen')
  const parsed = scheduleSchema.safeParse(values)
  if (!parsed.success)
    return { status: 'invalid', errors: firstIssueByField<ScheduleFieldReason>(parsed.error), values, preview: null }
  const requested = parseTimes(parsed.data)
  if (!requested.ok) return { status: 'invalid', errors: requested.errors, values, preview: null }
  const seen = serializedTimesSchema.safeParse(values.seen)
  if (!seen.success) return await refusedState('changed-meanwhile', sessionId, values)

  const { intent, previewed, expected, due } = readFields(form, 'intent', 'previewed', 'expected', 'due')
  const preview = await buildPreview(sessionId, { before: seen.data, after: requested.times }, now)
  const dueChange = due === preview.dueDigest ? null : 'due-changed'
  const staleReason = previewed === serializeTimes(requested.times) ? dueChange : 'edited'
  if (intent !== 'move' || staleReason) {
    const reason = await previewRefusal(sessionId, preview)
    if (reason) return await refusedState(reason, sessionId, values)
    return { status: 'previewed', staleReason: intent === 'move' ? staleReason : null, values, preview }
  }
  const asksAudience = canNotifyOfReschedule(preview, now)
  if (asksAudience && !values.who) return { status: 'invalid', errors: { who: 'missing' }, values, preview }
  const notifies = asksAudience && values.who === 'all'
  const rescheduled = await rescheduleSession(
    { sessionId, seen: seen.data, times: requested.times, expected: notifies ? Number(expected) : null },
    { now, organiserId: organiser.id },
  )
  if (!rescheduled.ok) return await refusedState(rescheduled.reason, sessionId, values, preview)
  redirect(
    routes.editSession(
      sessionId,
      classifyScheduleChange(seen.data, requested.times) === 'session' ? 'moved' : 'deadlines',
    ),
  )
}

async function buildPreview(
  sessionId: string,
  { before, after }: { before: SessionTimes; after: SessionTimes },
  previewedAt: Date,
): Promise<ReschedulePreview> {
  const { startsAt, endsAt } = after
  const [concerned, mailPreview, due, offerImpact, release] = await Promise.all([
    getAffectedCount(sessionId),
    previewMail({ sessionId, kind: 'changed', rescheduledTo: { startsAt, endsAt } }, { now: previewedAt }),
    listImmediateSends(sessionId, after, previewedAt),
    countOfferImpact(sessionId, { before, after }, previewedAt),
    getLatestRelease(sessionId),
  ])
  const dueDigest = previewDigest({ due, offers: offerImpact })
  return {
    before,
    after,
    ...concerned,
    previewedAt,
    mailPreview,
    isReleased: release !== null,
    due,
    offerImpact,
    dueDigest,
  }
}

/** Why there is nothing to look at, or null when there is. */
async function previewRefusal(
  sessionId: string,
  { before, after }: ReschedulePreview,
): Promise<RescheduleRefusal | null> {
  const session = await getSessionHeading(sessionId)
  if (!session) return 'unknown-session'
  if (session.cancelledAt) return 'session-cancelled'
  if (serializeTimes(session) !== serializeTimes(before)) return 'changed-meanwhile'
  return classifyScheduleChange(before, after) === 'nothing' ? 'nothing-changed' : null
}

/** The form again with why. After a colleague changed the moments, what was typed now stands over theirs. */
async function refusedState(
  reason: RescheduleRefusal,
  sessionId: string,
  values: RescheduleValues,
  preview?: ReschedulePreview,
): Promise<RescheduleState> {
  if (reason === 'recipients-changed' && preview) {
    return { status: 'refused', reason, values, preview: await buildPreview(sessionId, preview, preview.previewedAt) }
  }
  const session = await getSessionHeading(sessionId)
  refresh()
  return {
    status: 'refused',
    reason,
    values: { ...values, seen: session ? serializeTimes(session) : '' },
    preview: null,
  }
}
