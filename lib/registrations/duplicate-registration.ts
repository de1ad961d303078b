import type { Transaction } from '@/lib/db/client'
import type { MessageDetails } from '@/lib/outbox/message-details'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { insertAnswers } from './answers'
import { auditRegistration, recordChanges } from './change-log'
import type { InitialStatus, NewRegistration } from './insert'
import { enqueueRegistrationMail, enqueueStatusMail } from './registration-mail'

export type RegistrationResult = Pick<ExistingRegistration, 'id' | 'tokenVersion'> & {
  askedBeforeDeadline: boolean
  isWaitlisted: boolean
}

/**
 * Handles a sign-up whose address is registered already. Reactivates a cancelled registration with the new answers, or
 * mails an active participant about the attempt. The result hides this: it equals that of a new registration. The same
 * form sent twice changes nothing, and is refused when the registration was cancelled since.
 */
export async function handleDuplicateRegistration(
  tx: Transaction,
  input: NewRegistration,
  initialStatus: InitialStatus,
  now: Date,
): Promise<Result<RegistrationResult, 'registration-cancelled'>> {
  const existing = await lockExistingRegistration(tx, input)
  const { id, tokenVersion } = existing
  const isSameForm = existing.idempotencyKey === input.idempotencyKey
  if (isSameForm && existing.cancelledAt) return refuse('registration-cancelled')
  if (!isSameForm && existing.cancelledAt) {
    const { answers, ...fields } = input
    const status = { ...initialStatus, offerExpiresAt: null }
    await reactivate(tx, existing, { fields, status, now })
    await insertAnswers(tx, id, answers)
    await enqueueStatusMail(tx, { ...existing, ...status }, { dedupeSuffix: `${existing.version + 1}`, now })
    const action = status.waitlistedAt ? 'registrationReactivatedOnWaitlist' : 'registrationReactivated'
    await auditRegistration(tx, action, { now, registrationId: id })
  }
  if (!isSameForm && !existing.cancelledAt) await notifyAlreadyRegistered(tx, existing, { now })
  const { waitlistedAt } = isSameForm ? existing : initialStatus
  const { askedBeforeDeadline } = initialStatus
  return ok({ id, tokenVersion, askedBeforeDeadline, isWaitlisted: waitlistedAt !== null })
}

/** Locks and returns the registration with this address. The lock keeps concurrent requests from mailing twice. */
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
    include: { messages: { where: { kind: 'alreadyRegistered' }, orderBy: { createdAt: 'desc' }, take: 1 } },
  })
}

export type ExistingRegistration = Awaited<ReturnType<typeof lockExistingRegistration>>

type Reactivation = {
  fields: Omit<NewRegistration, 'answers' | 'sessionId' | 'idempotencyKey'>
  status: InitialStatus & { offerExpiresAt: Date | null }
  now: Date
}

/** Reactivates a cancelled registration with new fields and no answers. Stores the old name, to redact it later. */
export async function reactivate(
  tx: Transaction,
  existing: ExistingRegistration,
  { fields, status, now }: Reactivation,
) {
  const { id } = existing
  const resetFields = { ...status, cancelledAt: null, transferredToId: null, createdAt: now }
  await tx.registration.update({ where: { id }, data: { ...fields, ...resetFields, version: { increment: 1 } } })
  await tx.answer.deleteMany({ where: { registrationId: id } })
  const change = { before: { ...existing, answers: {} }, after: { ...fields, answers: {} } }
  await recordChanges(tx, { registrationId: id, now }, change)
}

const mailIntervalMs = 60 * 60 * 1000

/** Mails a participant that their address is registered already, at most once an hour. */
export async function notifyAlreadyRegistered(
  tx: Transaction,
  { messages: [lastMail], ...existing }: ExistingRegistration,
  { details, now }: { details?: MessageDetails; now: Date },
): Promise<void> {
  if (lastMail && now.getTime() - lastMail.createdAt.getTime() < mailIntervalMs) return
  const dedupeKey = `already-registered:${existing.id}:${now.toISOString()}`
  await enqueueRegistrationMail(tx, existing, { kind: 'alreadyRegistered', dedupeKey, details, now })
}
