import type { Transaction } from '@/lib/db/client'
import { personalFields } from '@/lib/db/scopes'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import type { MessageDetails } from '@/lib/outbox/message-details'
import { normalizeEmail } from '@/lib/platform/email-address'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { insertAnswers } from './answers'
import { auditRegistration } from './audit'
import { recordChanges } from './change-log'
import type { InitialStatus, NewRegistration, RegistrationResult } from './insert'
import { canMailAlreadyRegistered } from './rules'
import { enqueueWelcome } from './welcome-mail'

type TimedInitialStatus = InitialStatus & { now: Date }

/**
 * Handles a registration with an address that the session already holds. Reactivates a cancelled registration with the
 * new answers. Leaves an active one as it is, and tells the participant by mail; the result is that of a new registration.
 * The same form sent twice changes nothing and returns the actual status. Refuses with `registration-cancelled` when that
 * registration was cancelled since.
 */
export async function handleDuplicateRegistration(
  tx: Transaction,
  input: NewRegistration,
  initialStatus: TimedInitialStatus,
): Promise<Result<RegistrationResult, 'registration-cancelled'>> {
  const existing = await lockExistingRegistration(tx, input)
  const { id, tokenVersion } = existing
  const { askedBeforeDeadline, waitlistedAt, now } = initialStatus
  const isSameForm = existing.idempotencyKey === input.idempotencyKey
  if (isSameForm && existing.cancelledAt) return refuse('registration-cancelled')
  if (!isSameForm && existing.cancelledAt) await reactivateWithAnswers(tx, input, existing, initialStatus)
  if (!isSameForm && !existing.cancelledAt)
    await notifyAlreadyRegistered(tx, { ...existing, sessionId: input.sessionId, now })
  const isWaitlisted = (isSameForm ? existing.waitlistedAt : waitlistedAt) !== null
  return ok({ id, tokenVersion, askedBeforeDeadline, isWaitlisted })
}

/** Locks the registration with this address. The lock keeps concurrent requests from each sending a mail. */
export async function lockExistingRegistration(
  tx: Transaction,
  { sessionId, email }: Pick<NewRegistration, 'sessionId' | 'email'>,
) {
  const normalizedEmail = normalizeEmail(email)
  await tx.$queryRaw`
    SELECT 1 FROM "Registration"
    WHERE "sessionId" = ${sessionId}::uuid AND "normalizedEmail" = ${normalizedEmail} FOR UPDATE`
  return await tx.registration.findFirstOrThrow({
    where: { sessionId, normalizedEmail },
    select: {
      id: true,
      tokenVersion: true,
      idempotencyKey: true,
      version: true,
      cancelledAt: true,
      waitlistedAt: true,
      ...personalFields,
      messages: {
        where: { kind: 'alreadyRegistered' },
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
  const { id: registrationId, version } = existing
  const isWaitlisted = initialStatus.waitlistedAt !== null
  await reactivate(tx, existing, { fields, status: { ...initialStatus, offerExpiresAt: null }, now })
  await insertAnswers(tx, registrationId, answers)
  const dedupeSuffix = `${version + 1}`
  await enqueueWelcome(tx, { sessionId: fields.sessionId, registrationId, isWaitlisted, dedupeSuffix, now })
  await auditRegistration(tx, isWaitlisted ? 'registrationReactivatedOnWaitlist' : 'registrationReactivated', {
    now,
    registrationId,
  })
}

type Reactivation = {
  fields: Omit<NewRegistration, 'answers' | 'sessionId' | 'idempotencyKey'>
  status: InitialStatus & { offerExpiresAt: Date | null }
  now: Date
}

/**
 * Reactivates a cancelled registration with new content. Deletes the old answers with their triage decisions.
 * Stores the old name as a change, so that it can be redacted from what organisers wrote.
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
  await recordChanges(tx, { registrationId: id, at: now, before, after })
}

type AlreadyRegistered = ExistingRegistration & { sessionId: string; details?: MessageDetails; now: Date }

/** Tells a participant that the address is registered already, at most once an hour. */
export async function notifyAlreadyRegistered(
  tx: Transaction,
  { id, messages: [lastMail], sessionId, details, now }: AlreadyRegistered,
): Promise<void> {
  if (!canMailAlreadyRegistered(lastMail?.createdAt ?? null, now)) return
  await enqueueMessage(tx, {
    kind: 'alreadyRegistered',
    dedupeKey: `already-registered:${id}:${now.toISOString()}`,
    sessionId,
    registrationId: id,
    details,
    dueAt: now,
    now,
  })
}
