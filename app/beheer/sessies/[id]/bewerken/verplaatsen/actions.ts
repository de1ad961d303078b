'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { lookMark } from '@/app/beheer/look-mark'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { firstReasons, readFields } from '@/app/read-form'
import type { MoveState, MoveValues } from '@/components/organiser/move-form'
import type { MoveView } from '@/components/organiser/move-look'
import { listDueAtOnce } from '@/lib/messages/due-at-once'
import { previewMail } from '@/lib/messages/preview'
import { getConcernedCount } from '@/lib/messages/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { countOffersAtOnce } from '@/lib/registrations/offers-at-once'
import { moveSession } from '@/lib/sessions/move'
import { getLatestRelease, getSessionHeading } from '@/lib/sessions/queries'
import { canTell, stampOf, timesAsked, whatMoves } from '@/lib/sessions/rules'
import {
  type MoveFieldReason,
  type MoveRefusal,
  moveFields,
  moveSchema,
  type SessionTimes,
  stampSchema,
} from '@/lib/sessions/schema'

/** What the two buttons of the form do: show what would change, or do what was shown. */
export async function moveAction(id: string, _previous: MoveState, form: FormData): Promise<MoveState> {
  const organiser = await requireOrganiser(routes.moveSession(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const now = clock.now()
  const values: MoveValues = readFields(form, ...moveFields, 'who', 'seen')
  const parsed = moveSchema.safeParse(values)
  if (!parsed.success)
    return { status: 'invalid', errors: firstReasons<MoveFieldReason>(parsed.error), values, look: null }
  const asked = timesAsked(parsed.data)
  if (!asked.ok) return { status: 'invalid', errors: asked.errors, values, look: null }
  const seen = stampSchema.safeParse(values.seen)
  if (!seen.success) return await refuse('changed-meanwhile', sessionId, values)

  const { press, looked, expected, due } = readFields(form, 'press', 'looked', 'expected', 'due')
  const look = await lookAt(sessionId, { before: seen.data, after: asked.times }, now)
  const goesOut = due === look.dueMark ? null : 'due-changed'
  const again = looked === stampOf(asked.times) ? goesOut : 'edited'
  if (press !== 'move' || again) {
    const reason = await whyNot(sessionId, look)
    if (reason) return await refuse(reason, sessionId, values)
    return { status: 'looked', again: press === 'move' ? again : null, values, look }
  }
  const asksWho = canTell(look, now)
  if (asksWho && !values.who) return { status: 'invalid', errors: { who: 'missing' }, values, look }
  const tells = asksWho && values.who === 'all'
  const moved = await moveSession(
    { sessionId, seen: seen.data, times: asked.times, expected: tells ? Number(expected) : null },
    { now, organiserId: organiser.id },
  )
  if (!moved.ok) return await refuse(moved.reason, sessionId, values, look)
  redirect(routes.editSession(sessionId, whatMoves(seen.data, asked.times) === 'session' ? 'moved' : 'deadlines'))
}

async function lookAt(
  sessionId: string,
  { before, after }: { before: SessionTimes; after: SessionTimes },
  lookedAt: Date,
): Promise<MoveView> {
  const { startsAt, endsAt } = after
  const [concerned, looks, due, offers, release] = await Promise.all([
    getConcernedCount(sessionId),
    previewMail({ sessionId, kind: 'changed', moved: { startsAt, endsAt } }, { now: lookedAt }),
    listDueAtOnce(sessionId, after, lookedAt),
    countOffersAtOnce(sessionId, { before, after }, lookedAt),
    getLatestRelease(sessionId),
  ])
  const dueMark = lookMark({ due, offers })
  return { before, after, ...concerned, lookedAt, looks, released: release !== null, due, offers, dueMark }
}

/** Why there is nothing to look at, or null when there is. */
async function whyNot(sessionId: string, { before, after }: MoveView): Promise<MoveRefusal | null> {
  const session = await getSessionHeading(sessionId)
  if (!session) return 'unknown-session'
  if (session.cancelledAt) return 'session-cancelled'
  if (stampOf(session) !== stampOf(before)) return 'changed-meanwhile'
  return whatMoves(before, after) === 'nothing' ? 'nothing-changed' : null
}

/** The form again with why. After a colleague changed the moments, what was typed now stands over theirs. */
async function refuse(reason: MoveRefusal, sessionId: string, values: MoveValues, look?: MoveView): Promise<MoveState> {
  if (reason === 'recipients-changed' && look) {
    return { status: 'refused', reason, values, look: await lookAt(sessionId, look, look.lookedAt) }
  }
  const session = await getSessionHeading(sessionId)
  refresh()
  return { status: 'refused', reason, values: { ...values, seen: session ? stampOf(session) : '' }, look: null }
}
