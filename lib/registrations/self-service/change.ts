import { db, type Transaction } from '@/lib/db/client'
import { enqueueMessage, postponeUnrendered } from '@/lib/outbox/enqueue'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { isBeforeQuestionDeadline } from '@/lib/sessions/rules'
import { answersByQuestion } from '../answers'
import { type LockedRegistration, lockOwnRegistration } from '../locks'
import type { RegistrationInput } from '../schema'
import { updateLockedRegistration } from '../update'
import { changedParts, changeMailDueAt, editableParts, ownStatus, receivesMail } from './rules'
import type { OwnChangeRefusal } from './schema'

/** `acknowledgesDeadline`: whether the form said that the guarantee does not cover this change. */
type OwnChange = Omit<RegistrationInput, 'email'> & { version: number; acknowledgesDeadline: boolean }

/**
 * Changes a registration by its personal link. Returns whether anything differs. Refuses with `locked` when a changed
 * part can no longer be edited, and with `deadline-passed` when the guarantee ended since the form was opened.
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

/** Enqueues the mail about a change. Several changes within minutes share one mail. */
async function enqueueChangeMail(tx: Transaction, { id, sessionId, version }: LockedRegistration, now: Date) {
  const mail = { kind: 'registrationChanged', registrationId: id, dueAt: changeMailDueAt(now) } as const
  if (await postponeUnrendered(tx, mail)) return
  await enqueueMessage(tx, { ...mail, dedupeKey: `${mail.kind}:${id}:${version + 1}`, sessionId, now })
}
