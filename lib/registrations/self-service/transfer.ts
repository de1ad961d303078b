import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { type LinkOwner, verifyPersonalToken } from '@/lib/personal-links/token'
import { normalizeEmail } from '@/lib/platform/email-address'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditRegistration } from '../audit'
import { recordChanges } from '../change-log'
import { lockRegistrationRow } from '../locks'
import { offerFreeSeats } from '../waitlist/offer-free-seats'
import { ownStatus, transferRefusal } from './rules'
import type { TransferInput, TransferRefusal } from './schema'
import { registerTransferee } from './transferee'

type Refusal = Exclude<TransferRefusal, 'unavailable' | 'too-many-from-ip' | 'too-many-for-address'>

/**
 * Transfers a seat or a place on the waitlist to a colleague, with the answers and their guarantee: those are about the
 * municipality. Cancels the transferor's registration, voids its links and clears its needs and phone number. The result
 * does not reveal whether the colleague was registered. Repeating a transfer has no effect; a second colleague is refused.
 */
export async function transferRegistration(
  token: string,
  transferee: TransferInput,
  { now }: { now: Date },
): Promise<Result<null, Refusal>> {
  const owner = verifyPersonalToken('manage', token)
  if (!owner) return refuse('unknown-link')
  return await db().$transaction(async (tx) => {
    const transferor = await lockTransferor(tx, owner)
    if (!transferor) return refuse('unknown-link')
    if (transferor.tokenVersion !== owner.tokenVersion)
      return repeatedTransferResult(transferor, owner, transferee.email)
    const refusal = transferRefusal({ ...transferor, status: ownStatus(transferor, now) }, now)
    if (refusal) return refuse(refusal)
    if (normalizeEmail(transferee.email) === transferor.normalizedEmail) return refuse('own-address')

    const { id, sessionId } = transferor
    const { id: transferredToId, wasRegistered } = await registerTransferee(tx, transferor, transferee, now)
    await cancelTransferor(tx, transferor, transferredToId, now)
    const mail = {
      kind: 'transferred',
      dedupeKey: `handed-over:${randomUUID()}`,
      sessionId,
      registrationId: id,
    } as const
    await enqueueMessage(tx, { ...mail, dueAt: now, now })
    const action = wasRegistered ? 'registrationTransferredToRegistrant' : 'registrationTransferred'
    await auditRegistration(tx, action, { now, registrationId: id })
    await offerFreeSeats(tx, sessionId, now)
    return ok(null)
  })
}

/**
 * Locks and returns the registration of a link of any version. The transfer locks a second registration later, so the
 * session lock serialises transfers; without it two of them could deadlock.
 */
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

/** Returns the result for a link that a transfer voided, and for any other outdated link. */
function repeatedTransferResult(
  { tokenVersion, transferredTo }: Transferor,
  owner: LinkOwner,
  email: string,
): Result<null, 'unknown-link' | 'handed-over'> {
  if (!transferredTo || tokenVersion !== owner.tokenVersion + 1) return refuse('unknown-link')
  return transferredTo.normalizedEmail === normalizeEmail(email) ? ok(null) : refuse('handed-over')
}

async function cancelTransferor(
  tx: Transaction,
  transferor: Transferor,
  transferredToId: string,
  now: Date,
): Promise<void> {
  const { id } = transferor
  const clearedFields = { needs: null, phone: null, contactWish: 'none' as const }
  await tx.registration.update({
    where: { id },
    data: {
      ...clearedFields,
      transferredToId,
      cancelledAt: now,
      offerExpiresAt: null,
      tokenVersion: { increment: 1 },
      version: { increment: 1 },
    },
  })
  // The change log keeps the phone number, so that it can be redacted from notes. The needs are not kept.
  const before = { ...transferor, needs: null, answers: {} }
  await recordChanges(tx, { registrationId: id, at: now, before, after: { ...before, ...clearedFields } })
}
