import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import {
  type ExistingRegistration,
  lockExistingRegistration,
  notifyAlreadyRegistered,
  reactivate,
} from '../duplicate-registration'
import { auditRegistration, enqueueWelcome, insertRegistration } from '../insert'
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
 * What becomes of the colleague to whom somebody hands their place, with its mail; gives whose row it is, and whether they were
 * on the list already. Somebody new, or who was off the list, stands where the giver stood, with the giver's answers. Who was on
 * the list keeps their own sign-up; when they waited and the giver had a place, that is theirs now.
 */
export async function registerTransferee(
  tx: Transaction,
  transferor: Transferor,
  transferee: TransferInput,
  now: Date,
): Promise<{ id: string; wasRegistered: boolean }> {
  const { sessionId, municipalityCode, organisation, askedBeforeDeadline, waitlistedAt, offerExpiresAt } = transferor
  // Whether we may get in touch is for the colleague to say, and so is what they need.
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
  await enqueueTransfereeMail(tx, { id, sessionId, version, isWaitlisted: waitlistedAt !== null, offerExpiresAt, now })
  await auditRegistration(tx, 'registrationReceived', { now, registrationId: id })
  return { id, wasRegistered: false }
}

/** The mail says who handed it over. */
const transferDetails = { isTransfer: true }

/** A place goes to who waited for one; anybody else hears that they were signed up already, and nothing changes. */
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
  await tx.registration.update({
    where: { id },
    data: { waitlistedAt: null, offerExpiresAt: null, version: { increment: 1 } },
  })
  await enqueueTransfereeMail(tx, {
    id,
    sessionId,
    version: version + 1,
    isWaitlisted: false,
    offerExpiresAt: null,
    now,
  })
  await auditRegistration(tx, 'seatReceived', { now, registrationId: id })
}

type TransfereeMail = {
  id: string
  sessionId: string
  version: number
  isWaitlisted: boolean
  offerExpiresAt: Date | null
  now: Date
}

/** To whom a place is offered it is the mail with which they take that. */
async function enqueueTransfereeMail(
  tx: Transaction,
  { id, sessionId, version, isWaitlisted, offerExpiresAt, now }: TransfereeMail,
) {
  if (!offerExpiresAt) {
    const dedupeSuffix = `handed-over-${version}`
    return await enqueueWelcome(tx, {
      sessionId,
      registrationId: id,
      isWaitlisted,
      again: dedupeSuffix,
      details: transferDetails,
      now,
    })
  }
  return await enqueueMessage(tx, {
    kind: 'place-offered',
    dedupeKey: `place-offered:${id}:handed-over-${version}`,
    sessionId,
    registrationId: id,
    details: transferDetails,
    dueAt: now,
    expiresAt: offerExpiresAt,
    now,
  })
}
