import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { normalizeEmail } from '@/lib/platform/email-address'
import { createRateLimit } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditRegistration } from '../audit'
import { lockOwnRegistration, type OwnRegistration } from './locks'
import { emailChangeExpiry, emailChangeRequestsPerDay, ownStatus, receivesMail, repeatRequestSince } from './rules'
import type { EmailChangeRefusal } from './schema'

type Refusal = Exclude<EmailChangeRefusal, 'unavailable'> | 'unknown-link'

/**
 * Requests another email address for a registration and mails its owner a link to confirm it. The result does not reveal
 * whether the address is registered. A repetition within minutes has no effect; any other request voids the earlier ones.
 */
export async function requestEmailChange(
  token: string,
  email: string,
  { now }: { now: Date },
): Promise<Result<null, Refusal>> {
  // Checked before counting too: the counters use another connection, which must not wait for this transaction's locks.
  const preliminary = await db().$transaction((tx) => checkRequest(tx, token, email, now))
  if (!preliminary.ok) return preliminary
  const { registration, isRepeated } = preliminary.value
  if (!isRepeated && !(await consumeDailyLimits(registration.id, email))) return refuse('too-many')
  return await db().$transaction(async (tx) => {
    const checked = await checkRequest(tx, token, email, now)
    if (!checked.ok) return checked
    if (!checked.value.isRepeated) await createRequest(tx, checked.value.registration, email, now)
    return ok(null)
  })
}

type Checked = { registration: OwnRegistration; isRepeated: boolean }

/** Locks the registration and checks the request. `isRepeated`: the same address was requested within minutes. */
async function checkRequest(
  tx: Transaction,
  token: string,
  email: string,
  now: Date,
): Promise<Result<Checked, Exclude<Refusal, 'too-many'>>> {
  const registration = await lockOwnRegistration(tx, token)
  if (!registration) return refuse('unknown-link')
  if (!receivesMail(ownStatus(registration, now))) return refuse('locked')
  if (normalizeEmail(email) === registration.normalizedEmail) return refuse('same-address')
  const { id: registrationId, tokenVersion } = registration
  const requestedAt = { gt: repeatRequestSince(now) }
  const sameRequest = { registrationId, tokenVersion, email, confirmedAt: null, requestedAt }
  return ok({ registration, isRepeated: (await tx.emailChangeRequest.count({ where: sameRequest })) > 0 })
}

/** Stores the request under a new random id. The link derives from the id, so it can confirm only the address in its mail. */
async function createRequest(tx: Transaction, registration: OwnRegistration, email: string, now: Date): Promise<void> {
  const { id: registrationId, sessionId, email: oldEmail, tokenVersion } = registration
  const id = randomUUID()
  const expiresAt = emailChangeExpiry(now)
  await deletePendingRequests(tx, registrationId)
  await tx.emailChangeRequest.create({
    data: { id, registrationId, email, oldEmail, tokenVersion, requestedAt: now, expiresAt },
  })
  await enqueueMessage(tx, {
    kind: 'emailChangeConfirm',
    dedupeKey: `address-confirm:${id}`,
    sessionId,
    registrationId,
    details: { emailChangeRequestId: id },
    dueAt: now,
    expiresAt,
    now,
  })
  await auditRegistration(tx, 'emailChangeRequested', { now, registrationId })
}

async function consumeDailyLimits(registrationId: string, email: string): Promise<boolean> {
  const daily = { points: emailChangeRequestsPerDay, seconds: 24 * 60 * 60 }
  const perRegistration = createRateLimit({ name: 'address-of-sign-up', ...daily })
  const perAddress = createRateLimit({ name: 'address-asked', ...daily })
  return (await perRegistration.consume(registrationId)) && (await perAddress.consume(normalizeEmail(email)))
}

/** Keeps the current email address: voids the links of requests that are not confirmed. Idempotent. */
export async function withdrawEmailChange(
  token: string,
  { now }: { now: Date },
): Promise<Result<null, 'unknown-link'>> {
  return await db().$transaction(async (tx) => {
    const registration = await lockOwnRegistration(tx, token)
    if (!registration) return refuse('unknown-link')
    const count = await deletePendingRequests(tx, registration.id)
    if (count > 0) await auditRegistration(tx, 'emailChangeWithdrawn', { now, registrationId: registration.id })
    return ok(null)
  })
}

/** Deletes unconfirmed requests: a mistyped address belongs to a stranger and must neither work nor stay stored. */
async function deletePendingRequests(tx: Transaction, registrationId: string): Promise<number> {
  return (await tx.emailChangeRequest.deleteMany({ where: { registrationId, confirmedAt: null } })).count
}
