import { db, type Transaction } from '@/lib/db/client'
import { enqueueMessage, postponeUnrendered } from '@/lib/outbox/enqueue'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { isBeforeQuestionDeadline } from '@/lib/sessions/rules'
import { cancelLockedRegistration } from '../admin/cancellation'
import { answersByQuestion } from '../answers'
import { auditRegistration } from '../change-log'
import { type LockedRegistration, lockOwnRegistration } from '../locks'
import { countsAsAttendance, joinMeetingRefusal } from '../rules'
import type { JoinMeetingRefusal, RegistrationInput, SessionEndRefusal } from '../schema'
import { updateLockedRegistration } from '../update'
import { cancelRefusal, changedParts, changeMailDueAt, editableParts, ownStatus, receivesMail } from './rules'
import type { OwnChangeRefusal } from './schema'

/**
 * A participant's change of their registration. `version` is the version that the form showed. `acknowledgesDeadline`: the
 * form warned that changed answers are too late to be guaranteed for discussion.
 */
type OwnChange = Omit<RegistrationInput, 'email'> & { version: number; acknowledgesDeadline: boolean }

/**
 * Changes a registration by its personal link. Returns whether anything changed. Refuses with `locked` when a changed part
 * of the form can no longer be edited. Refuses with `deadline-passed` when the question deadline passed since the form was
 * opened.
 */
export async function changeOwnRegistration(
  token: string,
  { version, acknowledgesDeadline, ...changes }: OwnChange,
  { now }: { now: Date },
): Promise<Result<{ changed: boolean }, Exclude<OwnChangeRefusal, 'unavailable'> | 'unknown-link'>> {
  return await db().$transaction(async (tx) => {
    const current = await lockOwnRegistration(tx, token, { blocksTriage: true })
    if (!current) return refuse('unknown-link')
    const status = ownStatus(current, now)
    const editable = editableParts(status, { isRoundClosed: current.session.triageRounds.length > 0 })
    const before = { ...current, answers: answersByQuestion(current) }
    const edited = changedParts(before, { ...before, ...changes })
    if (edited.some((part) => !part || !editable.includes(part))) return refuse('locked')

    const isGuaranteed = current.askedBeforeDeadline && !isBeforeQuestionDeadline(current.session, now)
    if (isGuaranteed && !acknowledgesDeadline && edited.includes('answers')) return refuse('deadline-passed')
    const answerEditKind = isGuaranteed ? 'after-deadline' : 'before-deadline'
    const result = await updateLockedRegistration(tx, { current, changes, version, answerEditKind }, { now })
    if (!result.ok) return result
    const changed = result.value.length > 0
    if (changed && receivesMail(status)) await enqueueChangeMail(tx, current, now)
    return ok({ changed })
  })
}

/** Enqueues the mail about a changed registration, or postpones it if unsent, so that changes within minutes share it. */
async function enqueueChangeMail(tx: Transaction, { id, sessionId, version }: LockedRegistration, now: Date) {
  const mail = { kind: 'registrationChanged', registrationId: id, dueAt: changeMailDueAt(now) } as const
  if (await postponeUnrendered(tx, mail)) return
  await enqueueMessage(tx, { ...mail, dedupeKey: `${mail.kind}:${id}:${version + 1}`, sessionId, now })
}

/** Cancels a registration by its personal link, mails the participant and offers the seat to others. Idempotent. */
export async function cancelOwnRegistration(
  token: string,
  { now }: { now: Date },
): Promise<Result<null, SessionEndRefusal | 'unknown-link'>> {
  return await db().$transaction(async (tx) => {
    const registration = await lockOwnRegistration(tx, token)
    if (!registration) return refuse('unknown-link')
    const status = ownStatus(registration, now)
    if (status === 'cancelled') return ok(null)
    const refusal = cancelRefusal(status)
    if (refusal) return refuse(refusal)
    await cancelLockedRegistration(tx, registration, { now, shouldNotify: true })
    return ok(null)
  })
}

/** Returns the meeting URL for a personal meeting link. Records attendance once, from an hour before the session starts. */
export async function joinMeeting(
  token: string,
  { now }: { now: Date },
): Promise<Result<{ link: string }, JoinMeetingRefusal>> {
  const owner = verifyPersonalToken('take-part', token)
  if (!owner) return refuse('unknown-link')
  return await db().$transaction(async (tx) => {
    const registration = await tx.registration.findFirst({
      where: owner,
      include: { session: { include: { releases: { orderBy: { number: 'desc' }, take: 1 } } } },
    })
    if (!registration) return refuse('unknown-link')
    const { id, session } = registration
    const [release] = session.releases
    const refusal = joinMeetingRefusal({ ...registration, isReleased: release !== undefined }, now)
    if (refusal || !release) return refuse(refusal ?? 'not-released')
    if (countsAsAttendance(session, now)) {
      const where = { id, tookPartAt: null }
      const { count } = await tx.registration.updateMany({ where, data: { tookPartAt: now } })
      if (count > 0) await auditRegistration(tx, 'meetingJoined', { now, registrationId: id })
    }
    return ok({ link: release.onlineLink })
  })
}
