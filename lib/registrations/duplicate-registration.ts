import type { Transaction } from '@/lib/db/client'
import type { MessageDetails } from '@/lib/outbox/message-details'
import { insertAnswers } from './answers'
import { auditRegistration, recordChanges } from './change-log'
import { type ExistingRegistration, lockExistingRegistration } from './existing-registration'
import { isSameName } from './form-identity'
import type { InitialStatus, NewRegistration } from './insert'
import { storePendingRegistration } from './pending-registration'
import { enqueueRegistrationMail, enqueueStatusMail } from './registration-mail'
import type { RepeatOptions } from './repeated-form'
import type { RegistrationResult } from './schema'

/**
 * Handles a sign-up whose address is already registered for the session. Reactivates a cancelled registration with the new
 * answers. Otherwise stores the sign-up for confirmation and mails the address about it. Returns the result that a new
 * registration would give, so that it does not reveal the earlier one.
 */
export async function handleDuplicateRegistration(
  tx: Transaction,
  input: NewRegistration,
  initialStatus: InitialStatus,
  { now, wasAnswered }: RepeatOptions,
): Promise<RegistrationResult> {
  const existing = await lockExistingRegistration(tx, input)
  const { id } = existing
  const { askedBeforeDeadline } = initialStatus
  const result = { askedBeforeDeadline, isWaitlisted: initialStatus.waitlistedAt !== null, isChangedLate: false }
  if (existing.cancelledAt) {
    const { answers, ...fields } = input
    const status = { ...initialStatus, offerExpiresAt: null }
    await reactivate(tx, existing, { fields, status, now })
    await insertAnswers(tx, id, answers)
    await enqueueStatusMail(tx, { ...existing, ...status }, { dedupeSuffix: `${existing.version + 1}`, now })
    const action = status.waitlistedAt ? 'registrationReactivatedOnWaitlist' : 'registrationReactivated'
    await auditRegistration(tx, action, { now, registrationId: id })
    return { ...result, isChange: false }
  }
  // A concurrent copy of this form was stored while this one waited for the lock.
  const isSameForm = existing.idempotencyKey === input.idempotencyKey && isSameName(existing.name, input.name)
  if (isSameForm) return { ...result, isChange: false }
  const options = { askedBeforeDeadline, wasAnswered, now }
  const { isNewName, ...pending } = await storePendingRegistration(tx, existing, input, options)
  const dedupeSuffix = isNewName ? input.idempotencyKey : undefined
  await notifyAlreadyRegistered(tx, existing, { dedupeSuffix, now })
  return { ...result, ...pending }
}

type Reactivation = {
  fields: Omit<NewRegistration, 'answers' | 'sessionId' | 'idempotencyKey'>
  status: InitialStatus & { offerExpiresAt: Date | null }
  now: Date
}

/** Reactivates a cancelled registration with new fields and no answers. Logs the old fields, to redact the name later. */
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

type AlreadyRegisteredMail = { details?: MessageDetails; dedupeSuffix?: string; now: Date }

/**
 * Mails a registrant that somebody registered with their address again, at most once an hour. With `dedupeSuffix` the hour
 * does not count: each suffix is mailed once.
 */
export async function notifyAlreadyRegistered(
  tx: Transaction,
  { messages: [lastMail], ...existing }: ExistingRegistration,
  { details, dedupeSuffix, now }: AlreadyRegisteredMail,
): Promise<void> {
  if (!dedupeSuffix && lastMail && now.getTime() - lastMail.createdAt.getTime() < mailIntervalMs) return
  const dedupeKey = `already-registered:${existing.id}:${dedupeSuffix ?? now.toISOString()}`
  await enqueueRegistrationMail(tx, existing, { kind: 'alreadyRegistered', dedupeKey, details, now })
}
