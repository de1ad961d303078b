import { randomUUID } from 'node:crypto'
import { queueMessage } from '@/lib/messages/commands'
import type { Transaction } from '@/lib/platform/db'
import { holdKnown, type Known, standAnew, tellAlreadyRegistered } from '@/lib/registrations/again'
import { auditRegistration, insertRegistration, queueWelcome } from '@/lib/registrations/store'
import type { HandOverInput } from './schema'

type Giver = {
  id: string
  sessionId: string
  municipalityCode: string | null
  organisation: string | null
  questionInTime: boolean
  waitingSince: Date | null
  offerExpiresAt: Date | null
}

/**
 * What becomes of the colleague to whom somebody hands their place, with its mail; gives whose row it is, and whether they were
 * on the list already. Somebody new, or who was off the list, stands where the giver stood, with the giver's answers. Who was on
 * the list keeps their own sign-up; when they waited and the giver had a place, that is theirs now.
 */
export async function takeOver(
  tx: Transaction,
  giver: Giver,
  colleague: HandOverInput,
  now: Date,
): Promise<{ id: string; wasKnown: boolean }> {
  const { sessionId, municipalityCode, organisation, questionInTime, waitingSince, offerExpiresAt } = giver
  // Whether we may get in touch is for the colleague to say, and so is what they need.
  const own = { contactWish: 'none' as const, phone: null, needs: null }
  const fields = { ...colleague, municipalityCode, organisation, ...own }
  const standing = { questionInTime, waitingSince }
  const input = { ...fields, sessionId, submissionId: randomUUID(), answers: {} }
  const isNew = (await insertRegistration(tx, input, standing, now)) !== undefined
  const row = await holdKnown(tx, input)
  const { id, version } = row
  if (!isNew && !row.cancelledAt) {
    await enrich(tx, giver, row, now)
    return { id, wasKnown: true }
  }
  if (isNew) await tx.registration.update({ where: { id }, data: { offerExpiresAt } })
  else await standAnew(tx, row, { fields, standing: { ...standing, offerExpiresAt }, now })
  await tx.answer.updateMany({ where: { registrationId: giver.id }, data: { registrationId: id } })
  await welcome(tx, { id, sessionId, version, waits: waitingSince !== null, offerExpiresAt, now })
  await auditRegistration(tx, 'registration.taken-over', { now, registrationId: id })
  return { id, wasKnown: false }
}

/** The mail says who handed it over. */
const handedOver = { handedOver: true }

/** A place goes to who waited for one; anybody else hears that they were signed up already, and nothing changes. */
async function enrich(tx: Transaction, giver: Giver, known: Known, now: Date): Promise<void> {
  const { id, version, waitingSince } = known
  const { sessionId } = giver
  if (giver.waitingSince || !waitingSince)
    return await tellAlreadyRegistered(tx, { ...known, sessionId, details: handedOver, now })
  await tx.registration.update({
    where: { id },
    data: { waitingSince: null, offerExpiresAt: null, version: { increment: 1 } },
  })
  await welcome(tx, { id, sessionId, version: version + 1, waits: false, offerExpiresAt: null, now })
  await auditRegistration(tx, 'registration.place-received', { now, registrationId: id })
}

type Welcomed = {
  id: string
  sessionId: string
  version: number
  waits: boolean
  offerExpiresAt: Date | null
  now: Date
}

/** To whom a place is offered it is the mail with which they take that. */
async function welcome(tx: Transaction, { id, sessionId, version, waits, offerExpiresAt, now }: Welcomed) {
  if (!offerExpiresAt) {
    const again = `handed-over-${version}`
    return await queueWelcome(tx, { sessionId, registrationId: id, waits, again, details: handedOver, now })
  }
  return await queueMessage(tx, {
    kind: 'place-offered',
    dedupeKey: `place-offered:${id}:handed-over-${version}`,
    sessionId,
    registrationId: id,
    details: handedOver,
    dueAt: now,
    expiresAt: offerExpiresAt,
    now,
  })
}
