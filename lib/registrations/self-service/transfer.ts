import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { type LinkOwner, verifyPersonalToken } from '@/lib/personal-links/token'
import type { Result } from '@/lib/platform/result'
import { recordChanges } from '../change-log'
import { auditRegistration } from '../insert'
import { normalizeEmail } from '../rules'
import { offerFreeSeats } from '../waitlist/seats'
import { ownStatus, transferRefusal } from './rules'
import type { TransferInput, TransferRefusal } from './schema'
import { registerTransferee } from './transferee'

type Refusal = Exclude<TransferRefusal, 'unavailable' | 'too-many-from-ip' | 'too-many-for-address'>

/**
 * Gives the place of whose link this is, or their turn on the waiting list, to a colleague, with the answers and what is
 * promised about them: they are about the gemeente. Who gave it is off the list, their link is dead, and what was theirs
 * alone (needs, telephone number) is gone. The answer is the same when the colleague is signed up already. Done twice is done
 * once; a second colleague is refused.
 */
export async function transferRegistration(
  token: string,
  transferee: TransferInput,
  { now }: { now: Date },
): Promise<Result<null, Refusal>> {
  const owner = verifyPersonalToken('manage', token)
  if (!owner) return { ok: false, reason: 'unknown-link' }
  return await db().$transaction(async (tx) => {
    const transferor = await lockTransferor(tx, owner)
    if (!transferor) return { ok: false, reason: 'unknown-link' }
    if (transferor.tokenVersion !== owner.tokenVersion)
      return repeatedTransferResult(transferor, owner, transferee.email)
    const refusal = transferRefusal({ ...transferor, status: ownStatus(transferor, now) }, now)
    if (refusal) return { ok: false, reason: refusal }
    if (normalizeEmail(transferee.email) === transferor.normalizedEmail) return { ok: false, reason: 'own-address' }

    const { id: transferredToId, wasRegistered } = await registerTransferee(tx, transferor, transferee, now)
    await cancelTransferor(tx, transferor, transferredToId, now)
    await notifyTransferor(tx, transferor, now)
    await auditRegistration(tx, wasRegistered ? 'registrationTransferredToRegistrant' : 'registrationTransferred', {
      now,
      registrationId: transferor.id,
    })
    await offerFreeSeats(tx, transferor.sessionId, now)
    return { ok: true, value: null }
  })
}

/** The sign-up of this link, of whichever version, which nobody else can change until the transaction ends. */
async function lockTransferor(tx: Transaction, { id }: LinkOwner) {
  const registration = await tx.registration.findUnique({ where: { id }, select: { sessionId: true } })
  if (!registration) return null
  // Two rows of people are held: one hand-over of a kennissessie after the other, or two could wait for each other.
  await lockRow(tx, 'Session', registration.sessionId, 'NO KEY UPDATE')
  await lockRow(tx, 'Registration', id)
  return await tx.registration.findUnique({
    where: { id },
    include: {
      session: { select: { cancelledAt: true, endsAt: true } },
      transferredTo: { select: { normalizedEmail: true } },
    },
  })
}

type Transferor = NonNullable<Awaited<ReturnType<typeof lockTransferor>>>

/** The link was good until somebody pressed the button with it a moment ago. */
function repeatedTransferResult(
  { tokenVersion, transferredTo }: Transferor,
  owner: LinkOwner,
  email: string,
): Result<null, 'unknown-link' | 'handed-over'> {
  if (!transferredTo || tokenVersion !== owner.tokenVersion + 1) return { ok: false, reason: 'unknown-link' }
  return transferredTo.normalizedEmail === normalizeEmail(email)
    ? { ok: true, value: null }
    : { ok: false, reason: 'handed-over' }
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
  // So that their number is found in what organisers wrote, and goes from it when it is due. What they needed is nobody's now.
  const before = { ...transferor, needs: null, answers: {} }
  const after = { ...before, ...clearedFields }
  await recordChanges(tx, { registrationId: id, at: now, actor: 'participant', before, after })
}

async function notifyTransferor(tx: Transaction, { id, sessionId }: Transferor, now: Date): Promise<void> {
  const dedupeKey = `handed-over:${randomUUID()}`
  await enqueueMessage(tx, { kind: 'handed-over', dedupeKey, sessionId, registrationId: id, dueAt: now, now })
}
