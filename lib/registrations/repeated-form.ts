import type { Transaction } from '@/lib/db/client'
import { postponeUnrendered } from '@/lib/outbox/enqueue'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { hasEnded, isBeforeQuestionDeadline } from '@/lib/sessions/rules'
import { cancelLockedRegistration } from './admin/cancellation'
import { answersByQuestion } from './answers'
import { isAddressKnown } from './existing-registration'
import { findSamePerson } from './form-identity'
import type { NewRegistration } from './insert'
import { type LockedRegistration, lockRegistration } from './locks'
import { enqueueStatusMail, statusMailKind } from './registration-mail'
import { changedFields } from './rules'
import type { RegisterRefusal, RegistrationResult } from './schema'
import { updateLockedRegistration } from './update'

export type RepeatOptions = { now: Date; wasAnswered: boolean }

/** Result of a form sent again. `withdrawn`: its registration was cancelled; the corrected address already has another. */
type RepeatedForm = Result<RegistrationResult, RegisterRefusal> | { withdrawn: RegistrationResult }

/**
 * Handles a form that was sent before and stored as a registration. Equal content changes nothing; other content changes
 * the registration. Returns `null` when this person has no registration from this form. Refuses with
 * `registration-cancelled` when it was cancelled since. Cancels it (`withdrawn`) when another active registration has the
 * corrected address.
 */
export async function repeatForm(
  tx: Transaction,
  input: NewRegistration,
  { now, wasAnswered }: RepeatOptions,
): Promise<RepeatedForm | null> {
  const { sessionId, idempotencyKey, ...changes } = input
  const stored = await tx.registration.findMany({ where: { sessionId, idempotencyKey, erasedAt: null } })
  const samePerson = findSamePerson(stored, input, wasAnswered)
  const current = samePerson && (await lockRegistration(tx, { sessionId, id: samePerson.id }, { blocksTriage: true }))
  if (!current) return null
  if (current.cancelledAt) return refuse('registration-cancelled')

  const changed = changedFields({ ...current, answers: answersByQuestion(current) }, changes)
  if (changed.length > 0) {
    const { session } = current
    const isLocked = changed.includes('answers') && session.triageRounds.length > 0
    if (isLocked || session.cancelledAt || hasEnded(session, now)) return refuse('change-not-saved')
    const isNewAddress = normalizeEmail(input.email) !== current.normalizedEmail
    if (isNewAddress && (await isAddressKnown(tx, input, { cancelledAt: null }))) {
      const result = await readResult(tx, current.id)
      await tx.registration.update({ where: { id: current.id }, data: { idempotencyKey: '' } })
      await cancelLockedRegistration(tx, current, { now, shouldNotify: false })
      return { withdrawn: { ...result, isChange: true } }
    }
    const isGuaranteed = current.askedBeforeDeadline && !isBeforeQuestionDeadline(session, now)
    const answerEditKind = isGuaranteed ? 'after-deadline' : 'before-deadline'
    const update = { current, changes, version: current.version, answerEditKind, sharesAddress: true } as const
    const updated = await updateLockedRegistration(tx, update, { now })
    if (!updated.ok) return refuse(updated.reason === 'unknown-question' ? updated.reason : 'change-not-saved')
    if (isNewAddress) await mailNewAddress(tx, current, now)
  }
  return ok({ ...(await readResult(tx, current.id)), isChange: changed.length > 0 })
}

/** Mails the registration's new address. If a mail awaits rendering, that suffices: rendering uses the new address. */
async function mailNewAddress(tx: Transaction, current: LockedRegistration, now: Date): Promise<void> {
  const unsent = { kind: statusMailKind(current), registrationId: current.id, dueAt: now }
  if (await postponeUnrendered(tx, unsent)) return
  await enqueueStatusMail(tx, current, { dedupeSuffix: `form-${current.version + 1}`, now })
}

async function readResult(tx: Transaction, id: string) {
  const { askedBeforeDeadline, waitlistedAt, answers } = await tx.registration.findUniqueOrThrow({
    where: { id },
    include: { answers: { where: { question: { isAgendaQuestion: true } } } },
  })
  const isChangedLate = answers.some(({ textAtDeadline }) => textAtDeadline !== null)
  return { askedBeforeDeadline, isChangedLate, isWaitlisted: waitlistedAt !== null }
}
