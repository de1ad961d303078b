import type { Actor } from '@/lib/audit/commands'
import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { findMunicipality } from '@/lib/municipalities/queries'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { type AnswerEditKind, answersByQuestion, updateAnswers } from './answers'
import { auditRegistration, recordChanges } from './change-log'
import { nextAddressSequence } from './existing-registration'
import { type LockedRegistration, lockRegistration } from './locks'
import { changedFields } from './rules'
import type { AdminRegistrationRefusal, ChangedField, RegistrationInput, UpdateRefusal } from './schema'

/** Updates a registration for an organiser. Refuses with `changed-meanwhile` when `version` is outdated. */
export async function updateRegistration(
  { sessionId, id, version, ...changes }: RegistrationInput & { sessionId: string; id: string; version: number },
  actor: Actor,
): Promise<Result<null, AdminRegistrationRefusal>> {
  return await runEmailUpdate<null, AdminRegistrationRefusal>(async (tx) => {
    const current = await lockRegistration(tx, { sessionId, id }, { blocksTriage: true })
    if (!current) return refuse('unknown-registration')
    const update = { current, changes, version, answerEditKind: 'by-organiser' } as const
    const result = await updateLockedRegistration(tx, update, actor)
    return result.ok ? ok(null) : result
  })
}

/** Change of a registration. Fields absent from `changes` stay as they are. `version` is as the form showed it. */
type RegistrationUpdate = {
  current: LockedRegistration
  changes: Partial<RegistrationInput>
  version: number
  answerEditKind: AnswerEditKind
  /** Allows a registration to get a new address that other registrations have. */
  sharesAddress?: boolean
}

/**
 * Updates a locked registration and returns the changed fields. A new e-mail address voids earlier personal links.
 * Refuses with `has-decision` when an emptied answer has a triage decision, which would be deleted with it.
 */
export async function updateLockedRegistration(
  tx: Transaction,
  { current, changes, version, answerEditKind, sharesAddress }: RegistrationUpdate,
  { now, organiserId }: { now: Date; organiserId?: string },
): Promise<Result<ChangedField[], UpdateRefusal>> {
  const { id: registrationId, sessionId } = current
  const before = { ...current, answers: answersByQuestion(current) }
  const after = { ...before, ...changes }
  // An unchanged municipality is accepted even when the list no longer has it.
  const municipalityCode = after.municipalityCode === current.municipalityCode ? null : after.municipalityCode
  const referenceRefusal = await unknownReferenceRefusal(tx, { sessionId, answers: after.answers, municipalityCode })
  if (referenceRefusal) return refuse(referenceRefusal)
  const changed = changedFields(before, after)
  if (changed.length === 0) return ok([])
  if (current.version !== version) return refuse('changed-meanwhile')
  const emptied = Object.keys(before.answers).filter((questionId) => after.answers[questionId] === '')
  if (await hasTriageDecision(tx, registrationId, emptied)) return refuse('has-decision')

  const { answers: _, ...fields } = changes
  const normalizedEmail = normalizeEmail(after.email)
  const isNewAddress = normalizedEmail !== current.normalizedEmail
  const addressSequence = sharesAddress ? await nextAddressSequence(tx, sessionId, normalizedEmail) : 0
  const tokenUpdate = isNewAddress && { tokenVersion: { increment: 1 }, addressSequence }
  if (isNewAddress) await tx.pendingRegistration.deleteMany({ where: { registrationId } })
  await tx.registration.update({
    where: { id: registrationId },
    data: { ...fields, normalizedEmail, version: { increment: 1 }, ...tokenUpdate },
  })
  if (changed.includes('answers'))
    await updateAnswers(tx, { registrationId, answers: after.answers, editKind: answerEditKind })
  const actor = { now, organiserId, registrationId }
  await recordChanges(tx, actor, { before, after })
  await auditRegistration(tx, 'registrationChanged', { ...actor, fields: changed })
  return ok(changed)
}

/** Returns whether an answer to one of these questions has a triage decision or a request for clarification. */
async function hasTriageDecision(tx: Transaction, registrationId: string, questionIds: string[]): Promise<boolean> {
  const decided = { OR: [{ triage: { isNot: null } }, { requests: { some: {} } }] }
  return (await tx.answer.count({ where: { registrationId, questionId: { in: questionIds }, ...decided } })) > 0
}

type References = Pick<RegistrationInput, 'municipalityCode' | 'answers'> & { sessionId: string }

/**
 * Returns a refusal when the municipality is unknown or the session lacks an answered question, else `null`.
 * `questionFilter` limits the questions that may be answered.
 */
export async function unknownReferenceRefusal(
  tx: Transaction,
  { sessionId, municipalityCode, answers }: References,
  questionFilter: Prisma.QuestionWhereInput = {},
) {
  if (municipalityCode && !findMunicipality(municipalityCode)) return 'unknown-municipality' as const
  const questionIds = Object.keys(answers)
  const knownCount = await tx.question.count({ where: { sessionId, id: { in: questionIds }, ...questionFilter } })
  return knownCount === questionIds.length ? null : ('unknown-question' as const)
}

/** Runs a command in a transaction. Refuses with `address-taken` if another registration has the new e-mail address. */
export async function runEmailUpdate<Value, Refusal extends string>(
  command: (tx: Transaction) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | 'address-taken'>> {
  return await db()
    .$transaction(command)
    .catch((error: unknown) => {
      const isUniqueViolation = error instanceof Error && 'code' in error && error.code === 'P2002'
      if (isUniqueViolation) return refuse('address-taken')
      throw error
    })
}
