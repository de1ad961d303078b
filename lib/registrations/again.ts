import { queueMessage } from '@/lib/messages/commands'
import type { MessageDetails } from '@/lib/messages/schema'
import type { Transaction } from '@/lib/platform/db'
import { filledIn } from '@/lib/platform/filled-in'
import type { Result } from '@/lib/platform/result'
import { keepBeforeAfter } from './before-after'
import { emailKey, mayMailAlreadyRegistered } from './rules'
import { type Admission, auditRegistration, queueWelcome, type SignedUp, type SignUp, storeAnswers } from './store'

/** How somebody who signs up now stands. */
type Now = Admission & { now: Date }

/**
 * What becomes of a sign-up with an address that is known; gives whose it is. Who is on the list hears by mail that they
 * are, and nothing changes: the answer is that of a first time. Who was off it is on it again as somebody new, with what they
 * fill in now. The same form sent twice does neither, and is told as it is, also that they are off the list since (a refusal):
 * whoever has it knows who they are.
 */
export async function signUpAgain(
  tx: Transaction,
  input: SignUp,
  admission: Now,
): Promise<Result<SignedUp, 'off-the-list'>> {
  const known = await holdKnown(tx, input)
  const { questionInTime, waitingSince, now } = admission
  const answer = { id: known.id, linkVersion: known.linkVersion, questionInTime, waits: waitingSince !== null }
  if (known.submissionId === input.submissionId) {
    if (known.cancelledAt) return { ok: false, reason: 'off-the-list' }
    return { ok: true, value: { ...answer, waits: known.waitingSince !== null } }
  }
  if (known.cancelledAt) await putBack(tx, input, known, admission)
  else await tellAlreadyRegistered(tx, { ...known, sessionId: input.sessionId, now })
  return { ok: true, value: answer }
}

/** The row lock makes two at once wait for each other, so that they do not both find that no mail went out lately. */
export async function holdKnown(tx: Transaction, { sessionId, email }: Pick<SignUp, 'sessionId' | 'email'>) {
  const where = { sessionId, emailKey: emailKey(email) }
  await tx.$queryRaw`SELECT 1 FROM "Registration" WHERE "sessionId" = ${sessionId}::uuid AND "emailKey" = ${where.emailKey} FOR UPDATE`
  return await tx.registration.findFirstOrThrow({
    where,
    select: {
      id: true,
      linkVersion: true,
      submissionId: true,
      version: true,
      cancelledAt: true,
      waitingSince: true,
      ...filledIn,
      messages: {
        where: { kind: 'already-registered' },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { createdAt: true },
      },
    },
  })
}

export type Known = Awaited<ReturnType<typeof holdKnown>>

async function putBack(
  tx: Transaction,
  { answers, ...fields }: SignUp,
  known: Known,
  { now, ...standing }: Now,
): Promise<void> {
  const { id, version } = known
  const waits = standing.waitingSince !== null
  await standAnew(tx, known, { fields, standing: { ...standing, offerExpiresAt: null }, now })
  await storeAnswers(tx, id, answers)
  await queueWelcome(tx, { sessionId: fields.sessionId, registrationId: id, waits, again: `${version + 1}`, now })
  await auditRegistration(tx, waits ? 'registration.back-waiting' : 'registration.back', { now, registrationId: id })
}

type Anew = {
  fields: Omit<SignUp, 'answers' | 'sessionId' | 'submissionId'>
  standing: Admission & { offerExpiresAt: Date | null }
  now: Date
}

/**
 * Lets who was off the list stand there as somebody new. What was asked before goes, with what was decided about it: that was
 * another question. What they were called is kept as a change, so that it is found in what organisers wrote.
 */
export async function standAnew(tx: Transaction, known: Known, { fields, standing, now }: Anew): Promise<void> {
  const { id } = known
  const back = { ...standing, cancelledAt: null, handedOverToId: null, createdAt: now }
  await tx.registration.update({ where: { id }, data: { ...fields, ...back, version: { increment: 1 } } })
  await tx.answer.deleteMany({ where: { registrationId: id } })
  const [before, after] = [
    { ...known, answers: {} },
    { ...fields, answers: {} },
  ]
  await keepBeforeAfter(tx, { registrationId: id, at: now, actor: 'participant', before, after })
}

/** At most once an hour. `details`: that a colleague filled in the address. */
export async function tellAlreadyRegistered(
  tx: Transaction,
  { id, messages: [last], sessionId, details, now }: Known & { sessionId: string; details?: MessageDetails; now: Date },
): Promise<void> {
  if (!mayMailAlreadyRegistered(last?.createdAt ?? null, now)) return
  await queueMessage(tx, {
    kind: 'already-registered',
    dedupeKey: `already-registered:${id}:${now.toISOString()}`,
    sessionId,
    registrationId: id,
    ...(details && { details }),
    dueAt: now,
    now,
  })
}
