'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { datedTextItems } from '@/app/beheer/sessies/_components/dated-texts/dated-texts-copy'
import { mailKindLabel } from '@/lib/notifications/kinds/registry'
import { previewMail } from '@/lib/notifications/preview'
import { getAffectedCount } from '@/lib/notifications/queries'
import { listImmediateSends } from '@/lib/notifications/scheduler'
import { routes } from '@/lib/platform/routes'
import { countOfferImpact } from '@/lib/registrations/waitlist/offer-impact'
import { listDatedTexts } from '@/lib/sessions/dated-texts'
import { getSessionHeading, isReleased } from '@/lib/sessions/queries'
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
import type { ReschedulePreview, RescheduleState } from './_components/reschedule-form'

/** Previews a new schedule; the intent `confirm` saves it. Refuses when a colleague changed the schedule meanwhile. */
export const rescheduleAction = adminFormAction(
  {
    params: [idOr404],
    returnTo: routes.rescheduleSession,
    read: fields(...scheduleFields, 'notify', 'seen'),
    schema: scheduleSchema,
  },
  async ({ params: [id], input, values, intent, form, now, actor, ...context }): Promise<RescheduleState> => {
    const { id: sessionId } = await sessionOr404(id)
    const requested = parseTimes(input)
    if (!requested.ok) return { status: 'invalid', errors: requested.errors, values }
    const { data: before } = serializedTimesSchema.safeParse(values.seen)
    if (!before) return await refusedState('changed-meanwhile')

    const { times: after } = requested
    const change = classifyScheduleChange(before, after)
    const preview = await buildPreview(before)
    const dueChange = readFields(form, 'dueDigest').dueDigest === preview.dueDigest ? null : 'due-changed'
    const staleReason = context.previewed === preview.digest ? dueChange : 'edited'
    if (intent !== 'confirm' || staleReason) {
      const session = await getSessionHeading(sessionId)
      if (!session) return await refusedState('unknown-session')
      if (session.cancelledAt) return await refusedState('session-cancelled')
      if (serializeTimes(session) !== serializeTimes(before)) return await refusedState('changed-meanwhile')
      if (change === 'nothing') return await refusedState('nothing-changed')
      if (intent === 'confirm') preview.staleReason = staleReason
      return { status: 'previewed', values, preview }
    }
    const asksAudience = canNotifyOfReschedule({ before, after, recipients: preview.expected }, now)
    if (asksAudience && !values.notify) return { status: 'invalid', errors: { notify: 'missing' }, values, preview }
    const expected = asksAudience && values.notify === 'all' ? Number(context.expected) : null
    const result = await rescheduleSession({ sessionId, seen: before, times: after, expected }, actor)
    if (result.ok) redirect(routes.editSession(sessionId, change === 'session' ? 'moved' : 'deadlines'))
    if (result.reason !== 'recipients-changed') return await refusedState(result.reason)
    return { status: 'refused', reason: result.reason, values, preview: await buildPreview(before) }

    async function buildPreview(before: SessionTimes): Promise<ReschedulePreview> {
      const { startsAt, endsAt } = after
      const [{ recipients, counts }, mailPreview, sends, offerImpact, released, texts] = await Promise.all([
        getAffectedCount(sessionId),
        previewMail({ sessionId, kind: 'sessionChanged', rescheduledTo: { startsAt, endsAt } }, { now }),
        listImmediateSends(sessionId, after, now),
        countOfferImpact(sessionId, { before, after }, now),
        isReleased(sessionId),
        change === 'session' ? listDatedTexts(sessionId) : [],
      ])
      return {
        before: serializeTimes(before),
        after: serializeTimes(after),
        previewedAt: now.toISOString(),
        ...{ counts, mailPreview, isReleased: released, offerImpact },
        datedTexts: datedTextItems(sessionId, texts),
        due: sends.map(({ kind, recipients: count }) => ({ label: mailKindLabel(kind), recipients: count })),
        digest: previewDigest(serializeTimes(after)),
        dueDigest: previewDigest({ due: sends, offers: offerImpact }),
        expected: recipients,
        staleReason: null,
      }
    }

    /** Returns the form state of a refusal. `seen` becomes the current schedule, so that submitting again replaces it. */
    async function refusedState(reason: RescheduleRefusal): Promise<RescheduleState> {
      const session = await getSessionHeading(sessionId)
      refresh()
      return { status: 'refused', reason, values: { ...values, seen: session ? serializeTimes(session) : '' } }
    }
  },
)
