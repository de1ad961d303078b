import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { createRateLimit } from '@/lib/platform/rate-limit'
import type { Result } from '@/lib/platform/result'
import { auditRegistration } from '../insert'
import { normalizeEmail } from '../rules'
import { lockOwnRegistration } from './locks'
import { emailChangeExpiry, emailChangeRequestsPerDay, ownStatus, receivesMail, repeatRequestSince } from './rules'
import type { EmailChangeRefusal } from './schema'

type Refusal = Exclude<EmailChangeRefusal, 'unavailable'> | 'unknown-link'

/**
 * Asks the owner of another address whether it is theirs, by a mail with a link. The answer is the same whether somebody is
 * signed up with it or not. Asked twice within minutes it is one request; later it is mailed anew, and each newer request makes
 * older ones void. Refuses the address that it is already, and too many a day.
 */
export async function requestEmailChange(
  token: string,
  email: string,
  { now }: { now: Date },
): Promise<Result<null, Refusal>> {
  // Looked at before as well: the limit is counted on another connection, which nobody may wait for with a row in hand.
  const preliminary = await db().$transaction((tx) => checkRequest(tx, token, email, now))
  if (preliminary.refusal) return { ok: false, reason: preliminary.refusal }
  if (!preliminary.known && !(await consumeDailyLimits(preliminary.found.id, email)))
    return { ok: false, reason: 'too-many' }
  return await db().$transaction(async (tx) => {
    const { refusal, known, found } = await checkRequest(tx, token, email, now)
    if (refusal) return { ok: false, reason: refusal }
    if (!known) await createRequest(tx, found, email, now)
    return { ok: true, value: null }
  })
}

/** The sign-up, held, and whether this very address was asked a moment ago; or why nothing can be asked. */
async function checkRequest(tx: Transaction, token: string, email: string, now: Date) {
  const found = await lockOwnRegistration(tx, token)
  if (!found) return { refusal: 'unknown-link' as const }
  if (!receivesMail(ownStatus(found, now))) return { refusal: 'locked' as const }
  if (normalizeEmail(email) === found.normalizedEmail) return { refusal: 'same-address' as const }
  const { id: registrationId, tokenVersion } = found
  const sameRequest = {
    registrationId,
    tokenVersion,
    email,
    confirmedAt: null,
    requestedAt: { gt: repeatRequestSince(now) },
  }
  return { refusal: null, known: (await tx.emailChangeRequest.count({ where: sameRequest })) > 0, found }
}

type LockedRegistration = NonNullable<Awaited<ReturnType<typeof lockOwnRegistration>>>

/** The id is made here and never used again: the link is made from it, and may open nothing but what this mail is about. */
async function createRequest(
  tx: Transaction,
  registration: LockedRegistration,
  email: string,
  now: Date,
): Promise<void> {
  const { id: registrationId, sessionId, email: oldEmail, tokenVersion } = registration
  const id = randomUUID()
  const expiresAt = emailChangeExpiry(now)
  await deletePendingRequests(tx, registrationId)
  await tx.emailChangeRequest.create({
    data: { id, registrationId, email, oldEmail, tokenVersion, requestedAt: now, expiresAt },
  })
  await enqueueMessage(tx, {
    kind: 'address-confirm',
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

/** No box is flooded from here: not by one sign-up, and not by many with one address. */
async function consumeDailyLimits(registrationId: string, email: string): Promise<boolean> {
  const daily = { points: emailChangeRequestsPerDay, seconds: 24 * 60 * 60 }
  const perRegistration = createRateLimit({ name: 'address-of-sign-up', ...daily })
  const perAddress = createRateLimit({ name: 'address-asked', ...daily })
  return (await perRegistration.consume(registrationId)) && (await perAddress.consume(normalizeEmail(email)))
}

/** Keeps the address that it is: the link to one that was asked and is not confirmed opens nothing. Done twice is done once. */
export async function withdrawEmailChange(
  token: string,
  { now }: { now: Date },
): Promise<Result<null, 'unknown-link'>> {
  return await db().$transaction(async (tx) => {
    const registration = await lockOwnRegistration(tx, token)
    if (!registration) return { ok: false, reason: 'unknown-link' }
    const count = await deletePendingRequests(tx, registration.id)
    if (count > 0) await auditRegistration(tx, 'emailChangeWithdrawn', { now, registrationId: registration.id })
    return { ok: true, value: null }
  })
}

/** An address that was mistyped is a stranger's: nobody gets in by it, and it is not kept beside another. */
async function deletePendingRequests(tx: Transaction, registrationId: string): Promise<number> {
  return (await tx.emailChangeRequest.deleteMany({ where: { registrationId, confirmedAt: null } })).count
}
