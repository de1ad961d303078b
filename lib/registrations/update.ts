import type { Transaction } from '@/lib/db/client'
import { findMunicipality } from '@/lib/municipalities/queries'
import type { Result } from '@/lib/platform/result'
import { type AnswerEditKind, updateAnswers } from './answers'
import { recordChanges } from './change-log'
import { auditRegistration } from './insert'
import { changedFields, normalizeEmail } from './rules'
import type { ChangedField, RegistrationInput, UpdateRefusal } from './schema'

type LockedRegistration = Omit<RegistrationInput, 'answers'> & {
  id: string
  sessionId: string
  normalizedEmail: string
  version: number
  answers: { questionId: string; text: string }[]
}

type RegistrationUpdate = {
  /** The row that is held, as it stands. */
  current: LockedRegistration
  /** All that it is to be. */
  input: RegistrationInput
  /** The version over which it was filled in. */
  version: number
  answerEditKind: AnswerEditKind
}

/**
 * Changes what somebody filled in, whoever does it; gives what differs, which is nothing when it stood so already. Refused
 * when it changed since `version`, or when an answer is emptied about which organisers decided: that would go with it. Another
 * address makes the personal links of before dead.
 */
export async function updateLockedRegistration(
  tx: Transaction,
  { current, input, version, answerEditKind }: RegistrationUpdate,
  { now, organiserId }: { now: Date; organiserId?: string },
): Promise<Result<ChangedField[], UpdateRefusal>> {
  const { id, sessionId } = current
  const { answers, ...fields } = input
  // A gemeente may be gone from the list since: who changes something else cannot mend that.
  const municipalityCode = input.municipalityCode === current.municipalityCode ? null : input.municipalityCode
  const referenceRefusal = await unknownReferenceRefusal(tx, { sessionId, answers, municipalityCode })
  if (referenceRefusal) return { ok: false, reason: referenceRefusal }
  const before = answersByQuestion(current)
  const changed = changedFields({ ...current, answers: before }, input)
  if (changed.length === 0) return { ok: true, value: [] }
  if (current.version !== version) return { ok: false, reason: 'changed-meanwhile' }
  const emptied = Object.keys(before).filter((questionId) => answers[questionId] === '')
  if (await hasTriageDecision(tx, id, emptied)) return { ok: false, reason: 'has-decision' }

  const newKey = normalizeEmail(fields.email)
  await tx.registration.update({
    where: { id },
    data: {
      ...fields,
      normalizedEmail: newKey,
      version: { increment: 1 },
      ...(newKey !== current.normalizedEmail && { tokenVersion: { increment: 1 } }),
    },
  })
  if (changed.includes('answers')) await updateAnswers(tx, { registrationId: id, answers, editKind: answerEditKind })
  const actor = organiserId ? { organiserId } : 'participant'
  await recordChanges(tx, {
    registrationId: id,
    at: now,
    actor,
    before: { ...current, answers: before },
    after: input,
  })
  await auditRegistration(tx, 'registrationChanged', { now, organiserId, registrationId: id, fields: changed })
  return { ok: true, value: changed }
}

/** What somebody answered, by the id of the question: as it comes from a form. */
export const answersByQuestion = ({ answers }: Pick<LockedRegistration, 'answers'>): Record<string, string> =>
  Object.fromEntries(answers.map(({ questionId, text }) => [questionId, text]))

/** Whether organisers have done something in the vragenronde with one of these answers. */
async function hasTriageDecision(tx: Transaction, registrationId: string, questionIds: string[]): Promise<boolean> {
  const decided = { OR: [{ triage: { isNot: null } }, { requests: { some: {} } }] }
  return (await tx.answer.count({ where: { registrationId, questionId: { in: questionIds }, ...decided } })) > 0
}

type References = Pick<RegistrationInput, 'municipalityCode' | 'answers'> & { sessionId: string }

/** What of a sign-up names something that is not there; null when all is. */
export async function unknownReferenceRefusal(
  tx: Transaction,
  { sessionId, municipalityCode, answers }: References,
): Promise<'unknown-municipality' | 'unknown-question' | null> {
  if (municipalityCode && !findMunicipality(municipalityCode)) return 'unknown-municipality'
  const questionIds = Object.keys(answers)
  const knownCount = await tx.question.count({ where: { sessionId, id: { in: questionIds } } })
  return knownCount === questionIds.length ? null : 'unknown-question'
}
