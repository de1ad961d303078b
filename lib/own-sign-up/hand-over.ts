import { randomUUID } from 'node:crypto'
import { queueMessage } from '@/lib/messages/commands'
import { db, type Transaction } from '@/lib/platform/db'
import { type LinkOwner, readPersonalToken } from '@/lib/platform/personal-token'
import type { Result } from '@/lib/platform/result'
import { holdRow } from '@/lib/platform/row-lock'
import { keepBeforeAfter } from '@/lib/registrations/before-after'
import { offerFreePlaces } from '@/lib/registrations/places'
import { emailKey } from '@/lib/registrations/rules'
import { auditRegistration } from '@/lib/registrations/store'
import { ownStandingOf, whyNotHandOver } from './rules'
import type { HandOverInput, HandOverRefusal } from './schema'
import { takeOver } from './take-over'

type Refusal = Exclude<HandOverRefusal, 'unavailable' | 'too-many-from-here' | 'too-many-for-address'>

/**
 * Gives the place of whose link this is, or their turn on the waiting list, to a colleague, with the answers and what is
 * promised about them: they are about the gemeente. Who gave it is off the list, their link is dead, and what was theirs
 * alone (needs, telephone number) is gone. The answer is the same when the colleague is signed up already. Done twice is done
 * once; a second colleague is refused.
 */
export async function handOver(
  token: string,
  colleague: HandOverInput,
  { now }: { now: Date },
): Promise<Result<null, Refusal>> {
  const owner = readPersonalToken('manage', token)
  if (!owner) return { ok: false, reason: 'unknown-link' }
  return await db().$transaction(async (tx) => {
    const giver = await holdGiver(tx, owner)
    if (!giver) return { ok: false, reason: 'unknown-link' }
    if (giver.linkVersion !== owner.linkVersion) return alreadyHandedOver(giver, owner, colleague.email)
    const refusal = whyNotHandOver({ ...giver, standing: ownStandingOf(giver, now) }, now)
    if (refusal) return { ok: false, reason: refusal }
    if (emailKey(colleague.email) === giver.emailKey) return { ok: false, reason: 'own-address' }

    const { id: handedOverToId, wasKnown } = await takeOver(tx, giver, colleague, now)
    await leave(tx, giver, handedOverToId, now)
    await tellGiver(tx, giver, now)
    await auditRegistration(tx, wasKnown ? 'registration.handed-over-known' : 'registration.handed-over', {
      now,
      registrationId: giver.id,
    })
    await offerFreePlaces(tx, giver.sessionId, now)
    return { ok: true, value: null }
  })
}

/** The sign-up of this link, of whichever version, which nobody else can change until the transaction ends. */
async function holdGiver(tx: Transaction, { id }: LinkOwner) {
  const where = await tx.registration.findUnique({ where: { id }, select: { sessionId: true } })
  if (!where) return null
  // Two rows of people are held: one hand-over of a kennissessie after the other, or two could wait for each other.
  await holdRow(tx, 'Session', where.sessionId, 'NO KEY UPDATE')
  await holdRow(tx, 'Registration', id)
  return await tx.registration.findUnique({
    where: { id },
    include: {
      session: { select: { cancelledAt: true, endsAt: true } },
      handedOverTo: { select: { emailKey: true } },
    },
  })
}

type Giver = NonNullable<Awaited<ReturnType<typeof holdGiver>>>

/** The link was good until somebody pressed the button with it a moment ago. */
function alreadyHandedOver(
  { linkVersion, handedOverTo }: Giver,
  owner: LinkOwner,
  email: string,
): Result<null, 'unknown-link' | 'handed-over'> {
  if (!handedOverTo || linkVersion !== owner.linkVersion + 1) return { ok: false, reason: 'unknown-link' }
  return handedOverTo.emailKey === emailKey(email) ? { ok: true, value: null } : { ok: false, reason: 'handed-over' }
}

async function leave(tx: Transaction, giver: Giver, handedOverToId: string, now: Date): Promise<void> {
  const { id } = giver
  const own = { needs: null, phone: null, contactWish: 'none' as const }
  await tx.registration.update({
    where: { id },
    data: {
      ...own,
      handedOverToId,
      cancelledAt: now,
      offerExpiresAt: null,
      linkVersion: { increment: 1 },
      version: { increment: 1 },
    },
  })
  // So that their number is found in what organisers wrote, and goes from it when it is due. What they needed is nobody's now.
  const before = { ...giver, needs: null, answers: {} }
  const change = { registrationId: id, at: now, actor: 'participant', before, after: { ...before, ...own } }
  await keepBeforeAfter(tx, change)
}

async function tellGiver(tx: Transaction, { id, sessionId }: Giver, now: Date): Promise<void> {
  const dedupeKey = `handed-over:${randomUUID()}`
  await queueMessage(tx, { kind: 'handed-over', dedupeKey, sessionId, registrationId: id, dueAt: now, now })
}
