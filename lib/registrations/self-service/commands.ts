import { db, type Transaction } from '@/lib/db/client'
import { enqueueMessage, postponeUnrendered } from '@/lib/outbox/enqueue'
import type { Result } from '@/lib/platform/result'
import { isBeforeQuestionDeadline } from '@/lib/sessions/rules'
import { cancelLockedRegistration } from '../admin/cancellation'
import type { RegistrationInput } from '../schema'
import { answersByQuestion, updateLockedRegistration } from '../update'
import { answerRequestBatch } from './link-recovery'
import { lockOwnRegistration } from './locks'
import { cancelRefusal, changedParts, changeMailDueAt, editableParts, ownStatus, receivesMail } from './rules'
import type { OwnCancelRefusal, OwnChangeRefusal } from './schema'

type OwnChange = Omit<RegistrationInput, 'email'> & {
  /** Of the sign-up over which it was filled in. */
  version: number
  /** Whether the form said that the promise does not cover what is changed now. */
  acknowledgesDeadline: boolean
}

/**
 * Changes what somebody filled in, by their own link; says whether anything differs. Before the question deadline the promise
 * stays with the question; later what was asked in time is kept beside it. Refused when a part may not be changed at `now`,
 * and as `changeFilledIn` refuses.
 */
export async function changeOwnRegistration(
  token: string,
  { version, acknowledgesDeadline, ...change }: OwnChange,
  { now }: { now: Date },
): Promise<Result<{ changed: boolean }, Exclude<OwnChangeRefusal, 'unavailable'> | 'unknown-link'>> {
  return await db().$transaction(async (tx) => {
    const registration = await lockOwnRegistration(tx, token, { lockTriageRound: true })
    if (!registration) return { ok: false, reason: 'unknown-link' }
    const input = { ...change, email: registration.email }
    const status = ownStatus(registration, now)
    const editable = editableParts(status, { isRoundClosed: registration.session.triageRounds.length > 0 })
    const edited = changedParts({ ...registration, answers: answersByQuestion(registration) }, input)
    if (edited.some((part) => !part || !editable.includes(part))) return { ok: false, reason: 'locked' }

    const isGuaranteed = registration.askedBeforeDeadline && !isBeforeQuestionDeadline(registration.session, now)
    if (isGuaranteed && !acknowledgesDeadline && edited.includes('answers'))
      return { ok: false, reason: 'deadline-passed' }
    const update = {
      current: registration,
      input,
      version,
      answerEditKind: isGuaranteed ? ('after-deadline' as const) : ('before-deadline' as const),
    }
    const result = await updateLockedRegistration(tx, update, { now })
    if (!result.ok) return result
    const changed = result.value.length > 0
    if (changed && receivesMail(status)) await enqueueChangeMail(tx, registration, now)
    return { ok: true, value: { changed } }
  })
}

type ChangedRegistration = { id: string; sessionId: string; version: number }

/** One that has not gone out yet tells of this change too; it waits anew. */
async function enqueueChangeMail(tx: Transaction, { id, sessionId, version }: ChangedRegistration, now: Date) {
  const kind = 'registrationChanged'
  const dueAt = changeMailDueAt(now)
  if (await postponeUnrendered(tx, { kind, registrationId: id, dueAt })) return
  await enqueueMessage(tx, {
    kind,
    dedupeKey: `registration-changed:${id}:${version + 1}`,
    sessionId,
    registrationId: id,
    dueAt,
    now,
  })
}

/**
 * Takes somebody off the list who asks for it by their own link, with a mail that says so; a place that frees up is offered to
 * who waits longest. Pressed twice is done once. Refuses when there is nothing to come to any more at `now`.
 */
export async function cancelOwnRegistration(
  token: string,
  { now }: { now: Date },
): Promise<Result<null, OwnCancelRefusal | 'unknown-link'>> {
  return await db().$transaction(async (tx) => {
    const registration = await lockOwnRegistration(tx, token)
    if (!registration) return { ok: false, reason: 'unknown-link' }
    const status = ownStatus(registration, now)
    if (status === 'cancelled') return { ok: true, value: null }
    const refusal = cancelRefusal(status)
    if (refusal) return { ok: false, reason: refusal }
    await cancelLockedRegistration(tx, { ...registration, shouldNotify: true }, { now })
    return { ok: true, value: null }
  })
}

/** Answers everybody who asked for their personal link by `now`. */
export async function answerLinkRecoveryRequests(now: Date): Promise<void> {
  const answerBatch = () => db().$transaction((tx) => answerRequestBatch(tx, 20, now))
  while ((await answerBatch()) > 0);
}
