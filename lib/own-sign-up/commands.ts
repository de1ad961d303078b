import { queueMessage } from '@/lib/messages/commands'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { answersOf, changeFilledIn } from '@/lib/registrations/change'
import type { RegistrationInput } from '@/lib/registrations/schema'
import { takeOff } from '@/lib/registrations/standing'
import { questionIsInTime } from '@/lib/sessions/rules'
import { holdOwn } from './held'
import { answerLinkRequests } from './lost-link'
import { changedMailDueAt, changedParts, getsMail, openPartsOf, ownStandingOf, whyNotCancel } from './rules'
import type { OwnCancelRefusal, OwnChangeRefusal } from './schema'

type Change = Omit<RegistrationInput, 'email'> & {
  /** Of the sign-up over which it was filled in. */
  version: number
  /** Whether the form said that the promise does not cover what is changed now. */
  knowsDeadline: boolean
}

/**
 * Changes what somebody filled in, by their own link; says whether anything differs. Before the question deadline the promise
 * stays with the question; later what was asked in time is kept beside it. Refused when a part may not be changed at `now`,
 * and as `changeFilledIn` refuses.
 */
export async function changeOwn(
  token: string,
  { version, knowsDeadline, ...change }: Change,
  { now }: { now: Date },
): Promise<Result<{ changed: boolean }, Exclude<OwnChangeRefusal, 'unavailable'> | 'unknown-link'>> {
  return await db().$transaction(async (tx) => {
    const found = await holdOwn(tx, token, { withRound: true })
    if (!found) return { ok: false, reason: 'unknown-link' }
    const input = { ...change, email: found.email }
    const standing = ownStandingOf(found, now)
    const open = openPartsOf(standing, { roundClosed: found.session.closings.length > 0 })
    const differs = changedParts({ ...found, answers: answersOf(found) }, input)
    if (differs.some((part) => !part || !open.includes(part))) return { ok: false, reason: 'locked' }

    const promised = found.questionInTime && !questionIsInTime(found.session, now)
    if (promised && !knowsDeadline && differs.includes('answers')) return { ok: false, reason: 'deadline-passed' }
    const asked = {
      standing: found,
      input,
      version,
      answerChange: promised ? ('later' as const) : ('in-time' as const),
    }
    const result = await changeFilledIn(tx, asked, { now })
    if (!result.ok) return result
    const changed = result.value.length > 0
    if (changed && getsMail(standing)) await queueChanged(tx, found, now)
    return { ok: true, value: { changed } }
  })
}

type Of = { id: string; sessionId: string; version: number }

/** One that has not gone out yet tells of this change too; it waits anew. */
async function queueChanged(tx: Transaction, { id, sessionId, version }: Of, now: Date) {
  const kind = 'registration-changed'
  const dueAt = changedMailDueAt(now)
  const waiting = {
    kind,
    registrationId: id,
    claimToken: null,
    frozenAt: null,
    sentAt: null,
    failedAt: null,
    droppedAt: null,
  }
  const { count } = await tx.message.updateMany({ where: waiting, data: { dueAt } })
  if (count > 0) return
  await queueMessage(tx, { kind, dedupeKey: `${kind}:${id}:${version + 1}`, sessionId, registrationId: id, dueAt, now })
}

/**
 * Takes somebody off the list who asks for it by their own link, with a mail that says so; a place that frees up is offered to
 * who waits longest. Pressed twice is done once. Refuses when there is nothing to come to any more at `now`.
 */
export async function cancelOwn(
  token: string,
  { now }: { now: Date },
): Promise<Result<null, OwnCancelRefusal | 'unknown-link'>> {
  return await db().$transaction(async (tx) => {
    const found = await holdOwn(tx, token)
    if (!found) return { ok: false, reason: 'unknown-link' }
    const standing = ownStandingOf(found, now)
    if (standing === 'cancelled') return { ok: true, value: null }
    const reason = whyNotCancel(standing)
    if (reason) return { ok: false, reason }
    await takeOff(tx, { ...found, tell: true }, { now })
    return { ok: true, value: null }
  })
}

/** Answers everybody who asked for their personal link by `now`. */
export async function answerLostLinks(now: Date): Promise<void> {
  const answered = () => db().$transaction((tx) => answerLinkRequests(tx, 20, now))
  while ((await answered()) > 0);
}
