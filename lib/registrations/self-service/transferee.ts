import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { auditRegistration } from '../audit'
import {
  type ExistingRegistration,
  lockExistingRegistration,
  notifyAlreadyRegistered,
  reactivate,
} from '../duplicate-registration'
import { insertRegistration } from '../insert'
import { enqueueWelcome } from '../welcome-mail'
import type { TransferInput } from './schema'

type Transferor = {
  id: string
  sessionId: string
  municipalityCode: string | null
  organisation: string | null
  askedBeforeDeadline: boolean
  waitlistedAt: Date | null
  offerExpiresAt: Date | null
}

/**
 * Registers the colleague to whom a registration is transferred, with a mail. Returns their registration id and whether
 * they were registered already. A new or cancelled registration takes over the transferor's status and answers. An active
 * registration keeps its own answers, and gets the seat when it was waitlisted and the transferor had one.
 */
export async function registerTransferee(
  tx: Transaction,
  transferor: Transferor,
  transferee: TransferInput,
  now: Date,
): Promise<{ id: string; wasRegistered: boolean }> {
  const { sessionId, municipalityCode, organisation, askedBeforeDeadline, waitlistedAt, offerExpiresAt } = transferor
  // The contact wish and the needs are for the colleague to tell.
  const emptyPersonalFields = { contactWish: 'none' as const, phone: null, needs: null }
  const fields = { ...transferee, municipalityCode, organisation, ...emptyPersonalFields }
  const initialStatus = { askedBeforeDeadline, waitlistedAt }
  const input = { ...fields, sessionId, idempotencyKey: randomUUID(), answers: {} }
  const isNew = (await insertRegistration(tx, input, initialStatus, now)) !== undefined
  const existing = await lockExistingRegistration(tx, input)
  const { id, version } = existing
  if (!isNew && !existing.cancelledAt) {
    await upgradeRegisteredTransferee(tx, transferor, existing, now)
    return { id, wasRegistered: true }
  }
  if (isNew) await tx.registration.update({ where: { id }, data: { offerExpiresAt } })
  else await reactivate(tx, existing, { fields, status: { ...initialStatus, offerExpiresAt }, now })
  await tx.answer.updateMany({ where: { registrationId: transferor.id }, data: { registrationId: id } })
  await enqueueTransfereeMail(tx, { ...transferor, id, version, now })
  await auditRegistration(tx, 'registrationReceived', { now, registrationId: id })
  return { id, wasRegistered: false }
}

/** Makes the mail name the transferor. */
const transferDetails = { isTransfer: true }

/** Gives the seat to a waitlisted transferee. Tells any other transferee that they are registered already. */
async function upgradeRegisteredTransferee(
  tx: Transaction,
  transferor: Transferor,
  existing: ExistingRegistration,
  now: Date,
): Promise<void> {
  const { id, version, waitlistedAt } = existing
  const { sessionId } = transferor
  if (transferor.waitlistedAt || !waitlistedAt)
    return await notifyAlreadyRegistered(tx, { ...existing, sessionId, details: transferDetails, now })
  const seat = { waitlistedAt: null, offerExpiresAt: null }
  await tx.registration.update({ where: { id }, data: { ...seat, version: { increment: 1 } } })
  await enqueueTransfereeMail(tx, { id, sessionId, version: version + 1, ...seat, now })
  await auditRegistration(tx, 'seatReceived', { now, registrationId: id })
}

type TransfereeMail = {
  id: string
  sessionId: string
  version: number
  waitlistedAt: Date | null
  offerExpiresAt: Date | null
  now: Date
}

/** Enqueues the mail about an offered seat when the transfer includes an offer, else the welcome mail. */
async function enqueueTransfereeMail(
  tx: Transaction,
  { id: registrationId, sessionId, version, waitlistedAt, offerExpiresAt, now }: TransfereeMail,
): Promise<void> {
  const context = { sessionId, registrationId, details: transferDetails, now }
  const dedupeSuffix = `handed-over-${version}`
  if (!offerExpiresAt) await enqueueWelcome(tx, { ...context, isWaitlisted: waitlistedAt !== null, dedupeSuffix })
  else {
    const kind = 'seatOffered'
    const dedupeKey = `place-offered:${registrationId}:${dedupeSuffix}`
    await enqueueMessage(tx, { ...context, kind, dedupeKey, dueAt: now, expiresAt: offerExpiresAt })
  }
}
