import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import { type LinkOwner, verifyPersonalToken } from '@/lib/personal-links/token'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditRegistration, recordChanges } from '../change-log'
import { notifyAlreadyRegistered, reactivate } from '../duplicate-registration'
import { type ExistingRegistration, lockExistingRegistration } from '../existing-registration'
import { insertRegistration } from '../insert'
import { lockRegistrationRow } from '../locks'
import { enqueueRegistrationMail, enqueueStatusMail } from '../registration-mail'
import type { RateLimitRefusal } from '../schema'
import { offerFreeSeats } from '../waitlist/offers'
import { ownStatus, transferRefusal } from './rules'
import type { TransferInput, TransferRefusal } from './schema'

/**
 * Transfers a seat or waitlist place to a colleague, with the answers and the promise to discuss the agenda question.
 * Cancels the registration of the transferor and voids its links. The result does not reveal whether the colleague was
 * registered. Idempotent.
 */
export async function transferRegistration(
  token: string,
  transferee: TransferInput,
  { now }: { now: Date },
): Promise<Result<null, Exclude<TransferRefusal, 'unavailable' | RateLimitRefusal>>> {
  const owner = verifyPersonalToken('manage', token)
  if (!owner) return refuse('unknown-link')
  return await db().$transaction(async (tx) => {
    const transferor = await lockTransferor(tx, owner)
    if (!transferor) return refuse('unknown-link')
    if (transferor.tokenVersion !== owner.tokenVersion) return repeatedResult(transferor, owner, transferee.email)
    const refusal = transferRefusal({ ...transferor, status: ownStatus(transferor, now) }, now)
    if (refusal) return refuse(refusal)
    if (normalizeEmail(transferee.email) === transferor.normalizedEmail) return refuse('own-address')

    const { id: transferredToId, wasRegistered } = await registerTransferee(tx, transferor, transferee, now)
    await cancelTransferor(tx, transferor, transferredToId, now)
    const dedupeKey = `handed-over:${randomUUID()}`
    await enqueueRegistrationMail(tx, transferor, { kind: 'transferred', dedupeKey, now })
    const action = wasRegistered ? 'registrationTransferredToRegistrant' : 'registrationTransferred'
    await auditRegistration(tx, action, { now, registrationId: transferor.id })
    await offerFreeSeats(tx, transferor.sessionId, now)
    return ok(null)
  })
}

/** Locks and returns a personal link's registration, even of an outdated link. Locks the session first: no deadlock. */
async function lockTransferor(tx: Transaction, { id }: LinkOwner) {
  await lockRegistrationRow(tx, id, { blocksTriage: true })
  return await tx.registration.findUnique({
    where: { id },
    include: {
      session: { select: { cancelledAt: true, endsAt: true } },
      transferredTo: { select: { normalizedEmail: true } },
    },
  })
}

type Transferor = NonNullable<Awaited<ReturnType<typeof lockTransferor>>>

/** Returns success if a transfer to this address made the personal link outdated, or else a refusal. */
function repeatedResult({ tokenVersion, transferredTo }: Transferor, owner: LinkOwner, email: string) {
  if (!transferredTo || tokenVersion !== owner.tokenVersion + 1) return refuse('unknown-link')
  return transferredTo.normalizedEmail === normalizeEmail(email) ? ok(null) : refuse('handed-over')
}

/** Values that clear contact wish, phone number and needs, which do not pass to a colleague. */
const clearedFields = { contactWish: 'none', phone: null, needs: null } as const

/** Message details with which a mail names the participant who transferred the registration. */
const details = { isTransfer: true }

/**
 * Registers the colleague who receives a transferred registration, and mails them. A new or cancelled registration gets the
 * status and answers of the transferor. An active registration keeps its own answers.
 */
async function registerTransferee(tx: Transaction, transferor: Transferor, transferee: TransferInput, now: Date) {
  const { sessionId, municipalityCode, organisation, askedBeforeDeadline, waitlistedAt, offerExpiresAt } = transferor
  const fields = { ...transferee, municipalityCode, organisation, ...clearedFields }
  const initialStatus = { askedBeforeDeadline, waitlistedAt }
  const input = { ...fields, sessionId, idempotencyKey: randomUUID(), answers: {} }
  const isNew = (await insertRegistration(tx, input, initialStatus, { now })) !== undefined
  const existing = await lockExistingRegistration(tx, input)
  const { id, version } = existing
  if (!isNew && !existing.cancelledAt) {
    await upgradeTransferee(tx, transferor, existing, now)
    return { id, wasRegistered: true }
  }
  if (isNew) await tx.registration.update({ where: { id }, data: { offerExpiresAt } })
  else await reactivate(tx, existing, { fields, status: { ...initialStatus, offerExpiresAt }, now })
  await tx.answer.updateMany({ where: { registrationId: transferor.id }, data: { registrationId: id } })
  await enqueueStatusMail(tx, { ...transferor, id }, { dedupeSuffix: `handed-over-${version}`, details, now })
  await auditRegistration(tx, 'registrationReceived', { now, registrationId: id })
  return { id, wasRegistered: false }
}

/**
 * Gives the transferor's seat to a registered colleague on the waitlist. If the transferor has no seat or the colleague has
 * one, only mails the colleague.
 */
async function upgradeTransferee(tx: Transaction, transferor: Transferor, existing: ExistingRegistration, now: Date) {
  const { id, waitlistedAt } = existing
  if (transferor.waitlistedAt || !waitlistedAt) return await notifyAlreadyRegistered(tx, existing, { details, now })
  const version = existing.version + 1
  const seat = { waitlistedAt: null, offerExpiresAt: null }
  await tx.registration.update({ where: { id }, data: { ...seat, version } })
  await enqueueStatusMail(tx, { ...existing, ...seat }, { dedupeSuffix: `handed-over-${version}`, details, now })
  await auditRegistration(tx, 'seatReceived', { now, registrationId: id })
}

async function cancelTransferor(tx: Transaction, transferor: Transferor, transferredToId: string, now: Date) {
  const { id } = transferor
  const cancellation = { transferredToId, cancelledAt: now, offerExpiresAt: null }
  const increments = { tokenVersion: { increment: 1 }, version: { increment: 1 } }
  await tx.registration.update({ where: { id }, data: { ...clearedFields, ...cancellation, ...increments } })
  // The change log keeps the phone number, so that it can be redacted from notes. The needs are not kept.
  const before = { ...transferor, needs: null, answers: {} }
  await recordChanges(tx, { registrationId: id, now }, { before, after: { ...before, ...clearedFields } })
}
