import type { Transaction } from '@/lib/db/client'
import { personalFields } from '@/lib/db/personal-fields'
import type { MessageDetails } from '@/lib/notifications/schema'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import type { Result } from '@/lib/platform/result'
import { recordChanges } from './change-log'
import {
  auditRegistration,
  enqueueWelcome,
  type InitialStatus,
  insertAnswers,
  type NewRegistration,
  type RegistrationResult,
} from './insert'
import { canMailAlreadyRegistered, normalizeEmail } from './rules'

/** How somebody who signs up now stands. */
type TimedInitialStatus = InitialStatus & { now: Date }

/**
 * What becomes of a sign-up with an address that is known; gives whose it is. Who is on the list hears by mail that they
 * are, and nothing changes: the answer is that of a first time. Who was off it is on it again as somebody new, with what they
 * fill in now. The same form sent twice does neither, and is told as it is, also that they are off the list since (a refusal):
 * whoever has it knows who they are.
 */
export async function handleDuplicateRegistration(
  tx: Transaction,
  input: NewRegistration,
  initialStatus: TimedInitialStatus,
): Promise<Result<RegistrationResult, 'registration-cancelled'>> {
  const existing = await lockExistingRegistration(tx, input)
  const { askedBeforeDeadline, waitlistedAt, now } = initialStatus
  const registration = {
    id: existing.id,
    tokenVersion: existing.tokenVersion,
    askedBeforeDeadline,
    isWaitlisted: waitlistedAt !== null,
  }
  if (existing.idempotencyKey === input.idempotencyKey) {
    if (existing.cancelledAt) return { ok: false, reason: 'registration-cancelled' }
    return { ok: true, value: { ...registration, isWaitlisted: existing.waitlistedAt !== null } }
  }
  if (existing.cancelledAt) await reactivateWithAnswers(tx, input, existing, initialStatus)
  else await notifyAlreadyRegistered(tx, { ...existing, sessionId: input.sessionId, now })
  return { ok: true, value: registration }
}

/** The row lock makes two at once wait for each other, so that they do not both find that no mail went out lately. */
export async function lockExistingRegistration(
  tx: Transaction,
  { sessionId, email }: Pick<NewRegistration, 'sessionId' | 'email'>,
) {
  const where = { sessionId, normalizedEmail: normalizeEmail(email) }
  await tx.$queryRaw`SELECT 1 FROM "Registration" WHERE "sessionId" = ${sessionId}::uuid AND "normalizedEmail" = ${where.normalizedEmail} FOR UPDATE`
  return await tx.registration.findFirstOrThrow({
    where,
    select: {
      id: true,
      tokenVersion: true,
      idempotencyKey: true,
      version: true,
      cancelledAt: true,
      waitlistedAt: true,
      ...personalFields,
      messages: {
        where: { kind: 'already-registered' },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { createdAt: true },
      },
    },
  })
}

export type ExistingRegistration = Awaited<ReturnType<typeof lockExistingRegistration>>

async function reactivateWithAnswers(
  tx: Transaction,
  { answers, ...fields }: NewRegistration,
  existing: ExistingRegistration,
  { now, ...initialStatus }: TimedInitialStatus,
): Promise<void> {
  const { id, version } = existing
  const isWaitlisted = initialStatus.waitlistedAt !== null
  await reactivate(tx, existing, { fields, status: { ...initialStatus, offerExpiresAt: null }, now })
  await insertAnswers(tx, id, answers)
  await enqueueWelcome(tx, {
    sessionId: fields.sessionId,
    registrationId: id,
    isWaitlisted,
    again: `${version + 1}`,
    now,
  })
  await auditRegistration(tx, isWaitlisted ? 'registrationReactivatedOnWaitlist' : 'registrationReactivated', {
    now,
    registrationId: id,
  })
}

type Reactivation = {
  fields: Omit<NewRegistration, 'answers' | 'sessionId' | 'idempotencyKey'>
  status: InitialStatus & { offerExpiresAt: Date | null }
  now: Date
}

/**
 * Lets who was off the list stand there as somebody new. What was asked before goes, with what was decided about it: that was
 * another question. What they were called is kept as a change, so that it is found in what organisers wrote.
 */
export async function reactivate(
  tx: Transaction,
  existing: ExistingRegistration,
  { fields, status, now }: Reactivation,
): Promise<void> {
  const { id } = existing
  const resetFields = { ...status, cancelledAt: null, transferredToId: null, createdAt: now }
  await tx.registration.update({ where: { id }, data: { ...fields, ...resetFields, version: { increment: 1 } } })
  await tx.answer.deleteMany({ where: { registrationId: id } })
  const [before, after] = [
    { ...existing, answers: {} },
    { ...fields, answers: {} },
  ]
  await recordChanges(tx, { registrationId: id, at: now, actor: 'participant', before, after })
}

/** At most once an hour. `details`: that a colleague filled in the address. */
export async function notifyAlreadyRegistered(
  tx: Transaction,
  {
    id,
    messages: [lastMail],
    sessionId,
    details,
    now,
  }: ExistingRegistration & { sessionId: string; details?: MessageDetails; now: Date },
): Promise<void> {
  if (!canMailAlreadyRegistered(lastMail?.createdAt ?? null, now)) return
  await enqueueMessage(tx, {
    kind: 'already-registered',
    dedupeKey: `already-registered:${id}:${now.toISOString()}`,
    sessionId,
    registrationId: id,
    ...(details && { details }),
    dueAt: now,
    now,
  })
}
