import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import { type LinkOwner, verifyPersonalToken } from '@/lib/personal-links/token'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { createRateLimit } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { hasEnded } from '@/lib/sessions/rules'
import { auditRegistration } from '../change-log'
import { type LockedRegistration, lockOwnRegistration, lockRegistration } from '../locks'
import { enqueueRegistrationMail, enqueueStatusMail } from '../registration-mail'
import { runEmailUpdate, updateLockedRegistration } from '../update'
import {
  confirmRefusal,
  emailChangeExpiry,
  emailChangeRequestsPerDay,
  isConfirmed,
  repeatRequestSince,
} from './email-change-rules'
import { sessionColumns } from './queries'
import { ownStatus, receivesMail } from './rules'
import type { ConfirmEmailRefusal, EmailChangeRefusal } from './schema'

/**
 * Requests another e-mail address for a registration, and mails that address a link to confirm. The result does not reveal
 * whether the address is registered. Requesting the same address again within minutes has no effect. Any other request
 * voids earlier ones.
 */
export async function requestEmailChange(
  token: string,
  email: string,
  { now }: { now: Date },
): Promise<Result<null, Exclude<EmailChangeRefusal, 'unavailable'> | 'unknown-link'>> {
  // Checked before counting and again after it. The counters use another connection, which must not wait for the locks.
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

/**
 * Locks and returns the registration of the personal link `token`. Refuses with `unknown-link`, with `same-address`, and
 * with `locked` when the registration gets no mail any more. `isRepeated` is true if the same address was requested within
 * the last minutes, so that no second mail is sent.
 */
async function checkRequest(tx: Transaction, token: string, email: string, now: Date) {
  const registration = await lockOwnRegistration(tx, token)
  if (!registration) return refuse('unknown-link')
  if (!receivesMail(ownStatus(registration, now))) return refuse('locked')
  if (normalizeEmail(email) === registration.normalizedEmail) return refuse('same-address')
  const { id: registrationId, tokenVersion } = registration
  const requestedAt = { gt: repeatRequestSince(now) }
  const sameRequest = { registrationId, tokenVersion, email, confirmedAt: null, requestedAt }
  return ok({ registration, isRepeated: (await tx.emailChangeRequest.count({ where: sameRequest })) > 0 })
}

/** Stores a request for a new e-mail address and mails that address a link to confirm. Deletes unconfirmed requests. */
async function createRequest(tx: Transaction, registration: LockedRegistration, email: string, now: Date) {
  const { id: registrationId, email: oldEmail, tokenVersion } = registration
  const id = randomUUID()
  const expiresAt = emailChangeExpiry(now)
  await deletePendingRequests(tx, registrationId)
  const data = { id, registrationId, email, oldEmail, tokenVersion, requestedAt: now, expiresAt }
  await tx.emailChangeRequest.create({ data })
  const mail = { kind: 'emailChangeConfirm', dedupeKey: `address-confirm:${id}` } as const
  await enqueueRegistrationMail(tx, registration, { ...mail, details: { emailChangeRequestId: id }, expiresAt, now })
  await auditRegistration(tx, 'emailChangeRequested', { now, registrationId })
}

async function consumeDailyLimits(registrationId: string, email: string): Promise<boolean> {
  const daily = { points: emailChangeRequestsPerDay, seconds: 24 * 60 * 60 }
  const isAllowed = await createRateLimit({ name: 'address-of-sign-up', ...daily }).consume(registrationId)
  return isAllowed && (await createRateLimit({ name: 'address-asked', ...daily }).consume(normalizeEmail(email)))
}

/** Deletes a registration's unconfirmed requests for another e-mail address. Their links stop working. Idempotent. */
export async function withdrawEmailChange(token: string, { now }: { now: Date }) {
  return await db().$transaction(async (tx) => {
    const registration = await lockOwnRegistration(tx, token)
    if (!registration) return refuse('unknown-link')
    const { count } = await deletePendingRequests(tx, registration.id)
    if (count > 0) await auditRegistration(tx, 'emailChangeWithdrawn', { now, registrationId: registration.id })
    return ok(null)
  })
}

/** Deletes a registration's unconfirmed requests for a new address, because a mistyped address may be a stranger's. */
const deletePendingRequests = (tx: Transaction, registrationId: string) =>
  tx.emailChangeRequest.deleteMany({ where: { registrationId, confirmedAt: null } })

/** Returns the e-mail change of a confirmation link, or `null` when the link is forged or the request was replaced. */
async function findRequest(tx: Transaction, token: string) {
  const owner = verifyPersonalToken('new-address', token)
  const include = { registration: { include: { session: { select: sessionColumns } } } }
  return owner && (await tx.emailChangeRequest.findFirst({ where: owner, include }))
}

type EmailChange = NonNullable<Awaited<ReturnType<typeof findRequest>>>

const refusalFor = (request: EmailChange, now: Date) =>
  confirmRefusal(request, { ...request.registration, status: ownStatus(request.registration, now) }, now)

/**
 * Returns what the page to confirm a new e-mail address shows, or `null` for an unknown link. May reveal that the address
 * is taken, because only a reader of that mailbox has the link.
 */
export async function getEmailChangeRequest(token: string, now: Date) {
  const request = await findRequest(db(), token)
  if (!request) return null
  const { email, registration, registrationId } = request
  const { sessionId, session } = registration
  if (isConfirmed(request, registration)) return { email, session, confirmed: true, refusal: null }
  const sameAddress = { sessionId, normalizedEmail: normalizeEmail(email), id: { not: registrationId } }
  const isTaken = (await db().registration.count({ where: sameAddress })) > 0
  const refusal = refusalFor(request, now) ?? (isTaken ? ('address-taken' as const) : null)
  return { email, session, confirmed: false, refusal }
}

/**
 * Changes the e-mail address of a registration to the one that the link `token` confirms. Mails the old address, whose
 * links stop working, and the new one. Returns id and token version for new personal links. Idempotent.
 */
export async function confirmEmailChange(
  token: string,
  { now }: { now: Date },
): Promise<Result<LinkOwner, ConfirmEmailRefusal>> {
  return await runEmailUpdate<LinkOwner, ConfirmEmailRefusal>(async (tx) => {
    const unlockedRequest = await findRequest(tx, token)
    if (!unlockedRequest) return refuse('unknown-link')
    const { registrationId, registration } = unlockedRequest
    const current = await lockRegistration(tx, { sessionId: registration.sessionId, id: registrationId })
    const request = await findRequest(tx, token)
    if (!current || !request) return refuse('unknown-link')
    const { id, tokenVersion } = current
    if (isConfirmed(request, current)) return ok({ id, tokenVersion })
    const refusal = refusalFor(request, now)
    if (refusal) return refuse(refusal)
    await changeEmail(tx, current, request, now)
    return ok({ id, tokenVersion: tokenVersion + 1 })
  })
}

async function changeEmail(tx: Transaction, current: LockedRegistration, { id, email }: EmailChange, now: Date) {
  const update = { current, changes: { email }, version: current.version, answerEditKind: 'before-deadline' } as const
  const result = await updateLockedRegistration(tx, update, { now })
  if (!result.ok) throw new Error(`address not changed: ${result.reason}`)
  await tx.emailChangeRequest.update({ where: { id }, data: { confirmedAt: now } })
  const mail = { kind: 'emailChanged', dedupeKey: `address-changed:${id}` } as const
  await enqueueRegistrationMail(tx, current, { ...mail, details: { emailChangeRequestId: id }, now })
  // New personal links come with the mail that a new registration with this status would get.
  const version = current.version + 1
  if (hasEnded(current.session, now)) {
    const dedupeKey = `registration-changed:${current.id}:${version}`
    await enqueueRegistrationMail(tx, current, { kind: 'registrationChanged', dedupeKey, now })
  } else await enqueueStatusMail(tx, current, { dedupeSuffix: `address-${version}`, now })
}
