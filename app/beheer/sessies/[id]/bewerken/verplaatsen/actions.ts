'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import type { ReschedulePreview } from '@/app/beheer/sessies/[id]/bewerken/verplaatsen/_components/reschedule-form'
import { mailKindLabel } from '@/lib/notifications/kinds/registry'
import { previewMail } from '@/lib/notifications/preview'
import { getAffectedCount } from '@/lib/notifications/queries'
import { listImmediateSends } from '@/lib/notifications/scheduler'
import { routes } from '@/lib/platform/routes'
import { countOfferImpact } from '@/lib/registrations/waitlist/offer-impact'
import { getLatestRelease, getSessionHeading } from '@/lib/sessions/queries'
import { canNotifyOfReschedule, classifyScheduleChange, serializeTimes } from '@/lib/sessions/rules'
import { rescheduleSession } from '@/lib/sessions/schedule'
import { parseTimes } from '@/lib/sessions/schedule-form'
import {
  type RescheduleRefusal,
  type SessionTimes,
  scheduleFields,
  scheduleSchema,
  serializedTimesSchema,
} from '@/lib/sessions/schema'
import type { RescheduleState, RescheduleValues } from './_components/reschedule-form'

/** Previews another schedule, or saves what was previewed. */
export const rescheduleAction = adminFormAction(
  {
    params: [idOr404],
    returnTo: routes.rescheduleSession,
    read: fields(...scheduleFields, 'who', 'seen'),
    schema: scheduleSchema,
  },
  async (context): Promise<RescheduleState> => {
    const { input, values, intent, form, now, actor } = context
    const { id: sessionId } = await sessionOr404(context.params[0])
    const requested = parseTimes(input)
    if (!requested.ok) return { status: 'invalid', errors: requested.errors, values }
    const { times } = requested
    const { data: seen } = serializedTimesSchema.safeParse(values.seen)
    if (!seen) return await refusedState('changed-meanwhile', sessionId, values)

    const preview = await buildPreview(sessionId, { before: seen, after: times }, now)
    const { due } = readFields(form, 'due')
    const dueChange = due === preview.dueDigest ? null : 'due-changed'
    const staleReason = context.previewed === preview.digest ? dueChange : 'edited'
    if (intent !== 'move' || staleReason) {
      const refusal = await previewRefusal(sessionId, preview)
      if (refusal) return await refusedState(refusal, sessionId, values)
      return {
        status: 'previewed',
        values,
        preview: { ...preview, staleReason: intent === 'move' ? staleReason : null },
      }
    }
    const asksAudience = canNotifyOfReschedule({ ...preview, recipients: preview.expected }, now)
    if (asksAudience && !values.who) return { status: 'invalid', errors: { who: 'missing' }, values, preview }
    const expected = asksAudience && values.who === 'all' ? Number(context.expected) : null
    const rescheduled = await rescheduleSession({ sessionId, seen, times, expected }, actor)
    if (rescheduled.ok) {
      const change = classifyScheduleChange(seen, times)
      redirect(routes.editSession(sessionId, change === 'session' ? 'moved' : 'deadlines'))
    }
    if (rescheduled.reason !== 'recipients-changed') return await refusedState(rescheduled.reason, sessionId, values)
    const newPreview = await buildPreview(sessionId, preview, now)
    return { status: 'refused', reason: rescheduled.reason, values, preview: newPreview }
  },
)

async function buildPreview(
  sessionId: string,
  { before, after }: { before: SessionTimes; after: SessionTimes },
  previewedAt: Date,
): Promise<ReschedulePreview> {
  const { startsAt, endsAt } = after
  const [{ recipients, waitlisted }, mailPreview, due, offerImpact, release] = await Promise.all([
    getAffectedCount(sessionId),
    previewMail({ sessionId, kind: 'sessionChanged', rescheduledTo: { startsAt, endsAt } }, { now: previewedAt }),
    listImmediateSends(sessionId, after, previewedAt),
    countOfferImpact(sessionId, { before, after }, previewedAt),
    getLatestRelease(sessionId),
  ])
  return {
    before,
    after,
    waitlisted,
    previewedAt,
    mailPreview,
    isReleased: release !== null,
    due: due.map(({ kind, recipients: count }) => ({ label: mailKindLabel(kind), recipients: count })),
    offerImpact,
    dueDigest: previewDigest({ due, offers: offerImpact }),
    digest: previewDigest(serializeTimes(after)),
    expected: recipients,
    staleReason: null,
  }
}

/** Returns why there is nothing to preview, or `null`. */
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

/** Keeps the typed values. They now replace the current schedule, also when a colleague has just changed it. */
async function refusedState(
  reason: RescheduleRefusal,
  sessionId: string,
  values: RescheduleValues,
): Promise<RescheduleState> {
  const session = await getSessionHeading(sessionId)
  refresh()
  return { status: 'refused', reason, values: { ...values, seen: session ? serializeTimes(session) : '' } }
}
