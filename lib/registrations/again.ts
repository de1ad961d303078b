import { queueMessage } from '@/lib/messages/commands'
import type { Transaction } from '@/lib/platform/db'
import type { LinkOwner } from '@/lib/platform/personal-token'
import { emailKey, mayMailAlreadyRegistered } from './rules'
import { auditRegistration, changeAnswers, queueConfirmation, type SignUp } from './store'

type Moment = { questionInTime: boolean; now: Date }

/**
 * What becomes of a sign-up with an address that is known; gives whose it is. Who is on the list hears by mail that they
 * are, and nothing changes. Who was taken off it is on it again, with what they fill in now: to them it was the first time.
 * The same form sent twice does neither.
 */
export async function signUpAgain(tx: Transaction, input: SignUp, moment: Moment): Promise<LinkOwner> {
  const known = await holdKnown(tx, input)
  const owner = { id: known.id, linkVersion: known.linkVersion }
  if (known.submissionId === input.submissionId) return owner
  if (known.cancelledAt) await putBack(tx, input, { ...known, ...moment })
  else await tellAlreadyRegistered(tx, { ...known, sessionId: input.sessionId, now: moment.now })
  return owner
}

/** The row lock makes two at once wait for each other, so that they do not both find that no mail went out lately. */
async function holdKnown(tx: Transaction, { sessionId, email }: SignUp) {
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
      messages: {
        where: { kind: 'already-registered' },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { createdAt: true },
      },
    },
  })
}

type Known = Awaited<ReturnType<typeof holdKnown>>

async function putBack(
  tx: Transaction,
  { answers, ...fields }: SignUp,
  { id, version, questionInTime, now }: Known & Moment,
): Promise<void> {
  const data = { ...fields, questionInTime, createdAt: now, cancelledAt: null, version: { increment: 1 } }
  await tx.registration.update({ where: { id }, data })
  await changeAnswers(tx, id, answers)
  const message = { sessionId: fields.sessionId, registrationId: id, again: `${version + 1}`, now }
  await queueConfirmation(tx, message)
  await auditRegistration(tx, 'registration.restored', { now, registrationId: id })
}

async function tellAlreadyRegistered(
  tx: Transaction,
  { id, messages: [last], sessionId, now }: Known & { sessionId: string; now: Date },
): Promise<void> {
  if (!mayMailAlreadyRegistered(last?.createdAt ?? null, now)) return
  await queueMessage(tx, {
    kind: 'already-registered',
    dedupeKey: `already-registered:${id}:${now.toISOString()}`,
    sessionId,
    registrationId: id,
    dueAt: now,
    now,
  })
}
