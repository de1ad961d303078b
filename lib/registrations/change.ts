import { findMunicipality } from '@/lib/municipalities/queries'
import type { Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { type AnswerChange, changeAnswers } from './answers'
import { keepBeforeAfter } from './before-after'
import { changedFields, emailKey } from './rules'
import type { ChangedField, ChangeRefusal, RegistrationInput } from './schema'
import { auditRegistration } from './store'

type Standing = Omit<RegistrationInput, 'answers'> & {
  id: string
  sessionId: string
  emailKey: string
  version: number
  answers: { questionId: string; text: string }[]
}

type Change = {
  /** The row that is held, as it stands. */
  standing: Standing
  /** All that it is to be. */
  input: RegistrationInput
  /** The version over which it was filled in. */
  version: number
  answerChange: AnswerChange
}

/**
 * Changes what somebody filled in, whoever does it; gives what differs, which is nothing when it stood so already. Refused
 * when it changed since `version`, or when an answer is emptied about which organisers decided: that would go with it. Another
 * address makes the personal links of before dead.
 */
export async function changeFilledIn(
  tx: Transaction,
  { standing, input, version, answerChange }: Change,
  { now, organiserId }: { now: Date; organiserId?: string },
): Promise<Result<ChangedField[], ChangeRefusal>> {
  const { id, sessionId } = standing
  const { answers, ...fields } = input
  // A gemeente may be gone from the list since: who changes something else cannot mend that.
  const municipalityCode = input.municipalityCode === standing.municipalityCode ? null : input.municipalityCode
  const unknown = await whyUnknown(tx, { sessionId, answers, municipalityCode })
  if (unknown) return { ok: false, reason: unknown }
  const before = answersOf(standing)
  const changed = changedFields({ ...standing, answers: before }, input)
  if (changed.length === 0) return { ok: true, value: [] }
  if (standing.version !== version) return { ok: false, reason: 'changed-meanwhile' }
  const emptied = Object.keys(before).filter((questionId) => answers[questionId] === '')
  if (await isDecidedAbout(tx, id, emptied)) return { ok: false, reason: 'has-decision' }

  const key = emailKey(fields.email)
  await tx.registration.update({
    where: { id },
    data: {
      ...fields,
      emailKey: key,
      version: { increment: 1 },
      ...(key !== standing.emailKey && { linkVersion: { increment: 1 } }),
    },
  })
  if (changed.includes('answers')) await changeAnswers(tx, { registrationId: id, answers, change: answerChange })
  const actor = organiserId ? `organiser:${organiserId}` : 'participant'
  await keepBeforeAfter(tx, {
    registrationId: id,
    at: now,
    actor,
    before: { ...standing, answers: before },
    after: input,
  })
  await auditRegistration(tx, 'registration.changed', { now, organiserId, registrationId: id, fields: changed })
  return { ok: true, value: changed }
}

/** What somebody answered, by the id of the question: as it comes from a form. */
export const answersOf = ({ answers }: Pick<Standing, 'answers'>): Record<string, string> =>
  Object.fromEntries(answers.map(({ questionId, text }) => [questionId, text]))

/** Whether organisers have done something in the vragenronde with one of these answers. */
async function isDecidedAbout(tx: Transaction, registrationId: string, questionIds: string[]): Promise<boolean> {
  const decided = { OR: [{ triage: { isNot: null } }, { requests: { some: {} } }] }
  return (await tx.answer.count({ where: { registrationId, questionId: { in: questionIds }, ...decided } })) > 0
}

type Named = Pick<RegistrationInput, 'municipalityCode' | 'answers'> & { sessionId: string }

/** What of a sign-up names something that is not there; null when all is. */
export async function whyUnknown(
  tx: Transaction,
  { sessionId, municipalityCode, answers }: Named,
): Promise<'unknown-municipality' | 'unknown-question' | null> {
  if (municipalityCode && !findMunicipality(municipalityCode)) return 'unknown-municipality'
  const asked = Object.keys(answers)
  const known = await tx.question.count({ where: { sessionId, id: { in: asked } } })
  return known === asked.length ? null : 'unknown-question'
}
