import { queueMessage } from '@/lib/messages/commands'
import { db, type Transaction } from '@/lib/platform/db'
import { type LinkOwner, readPersonalToken } from '@/lib/platform/personal-token'
import type { Result } from '@/lib/platform/result'
import { answersOf, changeFilledIn } from '@/lib/registrations/change'
import { holdRegistration, isTaken } from '@/lib/registrations/desk'
import { emailKey, standingOf } from '@/lib/registrations/rules'
import { queueWelcome } from '@/lib/registrations/store'
import { hasBeen } from '@/lib/sessions/rules'
import { isConfirmed, ownStandingOf, whyNotConfirm } from './rules'
import type { ConfirmRefusal } from './schema'

const wanted = {
  id: true,
  registrationId: true,
  email: true,
  linkVersion: true,
  expiresAt: true,
  confirmedAt: true,
  registration: {
    select: {
      sessionId: true,
      linkVersion: true,
      cancelledAt: true,
      waitingSince: true,
      offerExpiresAt: true,
      session: {
        select: { title: true, startsAt: true, endsAt: true, cancelledAt: true, contactName: true, contactEmail: true },
      },
    },
  },
} as const

/** The request behind the link to a new address; null when the link is not ours, or another was asked since. */
async function readRequest(tx: Transaction, token: string) {
  const owner = readPersonalToken('new-address', token)
  return owner && (await tx.addressRequest.findFirst({ where: owner, select: wanted }))
}

type Request = NonNullable<Awaited<ReturnType<typeof readRequest>>>

function refusalOf(request: Request, now: Date) {
  const { registration } = request
  return whyNotConfirm(request, { ...registration, standing: ownStandingOf(registration, now) }, now)
}

/**
 * What the page behind that link tells; null when the link is not ours. Whether somebody is signed up with the address already
 * only its owner reads: the link went to it.
 */
export async function getAddressRequest(token: string, now: Date) {
  const request = await readRequest(db(), token)
  if (!request) return null
  const { email, registration, registrationId } = request
  if (isConfirmed(request, registration))
    return { email, session: registration.session, confirmed: true, refusal: null }
  const other = { sessionId: registration.sessionId, emailKey: emailKey(email), id: { not: registrationId } }
  const taken = (await db().registration.count({ where: other })) > 0 ? ('address-taken' as const) : null
  return { email, session: registration.session, confirmed: false, refusal: refusalOf(request, now) ?? taken }
}

/**
 * Gives a sign-up the address whose owner confirms it; gives whose link works from now on. The old address is told, the links
 * of before are dead, and the new one gets all it needs. Confirmed twice is done once. The unique index decides whether the
 * address is free.
 */
export async function confirmAddress(
  token: string,
  { now }: { now: Date },
): Promise<Result<LinkOwner, ConfirmRefusal>> {
  const attempt = db().$transaction((tx) => confirmIn(tx, token, now))
  return await attempt.catch((error: unknown) => {
    if (isTaken(error)) return { ok: false, reason: 'address-taken' }
    throw error
  })
}

async function confirmIn(tx: Transaction, token: string, now: Date): Promise<Result<LinkOwner, ConfirmRefusal>> {
  const where = await readRequest(tx, token)
  if (!where) return { ok: false, reason: 'unknown-link' }
  const { registrationId, registration } = where
  const standing = await holdRegistration(tx, registration.sessionId, registrationId)
  const request = await readRequest(tx, token)
  if (!standing || !request) return { ok: false, reason: 'unknown-link' }
  const { id, sessionId, linkVersion, version } = standing
  if (isConfirmed(request, standing)) return { ok: true, value: { id, linkVersion } }
  const refused = refusalOf(request, now)
  if (refused) return { ok: false, reason: refused }

  const input = { ...filledIn(standing), email: request.email }
  const result = await changeFilledIn(tx, { standing, input, version, answerChange: 'in-time' }, { now })
  if (!result.ok) throw new Error(`address not changed: ${result.reason}`)
  await tx.addressRequest.update({ where: { id: request.id }, data: { confirmedAt: now } })
  await queueMessage(tx, {
    kind: 'address-changed',
    dedupeKey: `address-changed:${request.id}`,
    sessionId,
    registrationId: id,
    details: { addressRequestId: request.id },
    dueAt: now,
    now,
  })
  await queueLinks(tx, standing, { now, ended: hasBeen(request.registration.session, now) })
  return { ok: true, value: { id, linkVersion: linkVersion + 1 } }
}

type Standing = NonNullable<Awaited<ReturnType<typeof holdRegistration>>>

function filledIn(standing: Standing) {
  const { name, municipalityCode, organisation, role, contactWish, phone, needs } = standing
  return { name, municipalityCode, organisation, role, contactWish, phone, needs, answers: answersOf(standing) }
}

/** The mail that a sign-up like this began with, with the links that work from now on. */
async function queueLinks(tx: Transaction, person: Standing, { now, ended }: { now: Date; ended: boolean }) {
  const { id: registrationId, sessionId, version, offerExpiresAt } = person
  const about = { sessionId, registrationId, now }
  const again = `address-${version + 1}`
  if (ended) {
    const kind = 'registration-changed'
    await queueMessage(tx, { ...about, kind, dedupeKey: `${kind}:${registrationId}:${version + 1}`, dueAt: now })
  } else if (standingOf(person) === 'offered' && offerExpiresAt) {
    const kind = 'place-offered'
    const dedupeKey = `${kind}:${registrationId}:${again}`
    await queueMessage(tx, { ...about, kind, dedupeKey, dueAt: now, expiresAt: offerExpiresAt })
  } else await queueWelcome(tx, { ...about, waits: person.waitingSince !== null, again })
}
