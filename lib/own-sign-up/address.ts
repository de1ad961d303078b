import { randomUUID } from 'node:crypto'
import { queueMessage } from '@/lib/messages/commands'
import { db, type Transaction } from '@/lib/platform/db'
import { createLimit } from '@/lib/platform/rate-limit'
import type { Result } from '@/lib/platform/result'
import { emailKey } from '@/lib/registrations/rules'
import { auditRegistration } from '@/lib/registrations/store'
import { holdOwn } from './held'
import { addressAskedSince, addressRequestsPerDay, addressWorksUntil, getsMail, ownStandingOf } from './rules'
import type { AddressRefusal } from './schema'

type Refusal = Exclude<AddressRefusal, 'unavailable'> | 'unknown-link'

/**
 * Asks the owner of another address whether it is theirs, by a mail with a link. The answer is the same whether somebody is
 * signed up with it or not. Asked twice within minutes it is one request; later it is mailed anew, and each newer request makes
 * older ones void. Refuses the address that it is already, and too many a day.
 */
export async function askAddress(token: string, email: string, { now }: { now: Date }): Promise<Result<null, Refusal>> {
  // Looked at before as well: the limit is counted on another connection, which nobody may wait for with a row in hand.
  const first = await db().$transaction((tx) => look(tx, token, email, now))
  if (first.refusal) return { ok: false, reason: first.refusal }
  if (!first.known && !(await mayAsk(first.found.id, email))) return { ok: false, reason: 'too-many' }
  return await db().$transaction(async (tx) => {
    const { refusal, known, found } = await look(tx, token, email, now)
    if (refusal) return { ok: false, reason: refusal }
    if (!known) await request(tx, found, email, now)
    return { ok: true, value: null }
  })
}

/** The sign-up, held, and whether this very address was asked a moment ago; or why nothing can be asked. */
async function look(tx: Transaction, token: string, email: string, now: Date) {
  const found = await holdOwn(tx, token)
  if (!found) return { refusal: 'unknown-link' as const }
  if (!getsMail(ownStandingOf(found, now))) return { refusal: 'locked' as const }
  if (emailKey(email) === found.emailKey) return { refusal: 'same-address' as const }
  const { id: registrationId, linkVersion } = found
  const same = { registrationId, linkVersion, email, confirmedAt: null, requestedAt: { gt: addressAskedSince(now) } }
  return { refusal: null, known: (await tx.addressRequest.count({ where: same })) > 0, found }
}

type Held = NonNullable<Awaited<ReturnType<typeof holdOwn>>>

/** The id is made here and never used again: the link is made from it, and may open nothing but what this mail is about. */
async function request(tx: Transaction, found: Held, email: string, now: Date): Promise<void> {
  const { id: registrationId, sessionId, email: oldEmail, linkVersion } = found
  const id = randomUUID()
  const expiresAt = addressWorksUntil(now)
  await forgetUnconfirmed(tx, registrationId)
  await tx.addressRequest.create({
    data: { id, registrationId, email, oldEmail, linkVersion, requestedAt: now, expiresAt },
  })
  await queueMessage(tx, {
    kind: 'address-confirm',
    dedupeKey: `address-confirm:${id}`,
    sessionId,
    registrationId,
    details: { addressRequestId: id },
    dueAt: now,
    expiresAt,
    now,
  })
  await auditRegistration(tx, 'registration.address-asked', { now, registrationId })
}

/** No box is flooded from here: not by one sign-up, and not by many with one address. */
async function mayAsk(registrationId: string, email: string): Promise<boolean> {
  const daily = { points: addressRequestsPerDay, seconds: 24 * 60 * 60 }
  const ofSignUp = createLimit({ name: 'address-of-sign-up', ...daily })
  const toAddress = createLimit({ name: 'address-asked', ...daily })
  return (await ofSignUp.consume(registrationId)) && (await toAddress.consume(emailKey(email)))
}

/** Keeps the address that it is: the link to one that was asked and is not confirmed opens nothing. Done twice is done once. */
export async function keepAddress(token: string, { now }: { now: Date }): Promise<Result<null, 'unknown-link'>> {
  return await db().$transaction(async (tx) => {
    const found = await holdOwn(tx, token)
    if (!found) return { ok: false, reason: 'unknown-link' }
    const count = await forgetUnconfirmed(tx, found.id)
    if (count > 0) await auditRegistration(tx, 'registration.address-kept', { now, registrationId: found.id })
    return { ok: true, value: null }
  })
}

/** An address that was mistyped is a stranger's: nobody gets in by it, and it is not kept beside another. */
async function forgetUnconfirmed(tx: Transaction, registrationId: string): Promise<number> {
  return (await tx.addressRequest.deleteMany({ where: { registrationId, confirmedAt: null } })).count
}
