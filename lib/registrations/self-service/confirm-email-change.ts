import { db, type Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { type LinkOwner, verifyPersonalToken } from '@/lib/personal-links/token'
import type { Result } from '@/lib/platform/result'
import { hasEnded } from '@/lib/sessions/rules'
import { isUniqueViolation, lockRegistration } from '../admin/commands'
import { enqueueWelcome } from '../insert'
import { normalizeEmail, registrationStatus } from '../rules'
import { answersByQuestion, updateLockedRegistration } from '../update'
import { confirmRefusal, isConfirmed, ownStatus } from './rules'
import type { ConfirmEmailRefusal } from './schema'

const requestSelect = {
  id: true,
  registrationId: true,
  email: true,
  tokenVersion: true,
  expiresAt: true,
  confirmedAt: true,
  registration: {
    select: {
      sessionId: true,
      tokenVersion: true,
      cancelledAt: true,
      waitlistedAt: true,
      offerExpiresAt: true,
      session: {
        select: { title: true, startsAt: true, endsAt: true, cancelledAt: true, contactName: true, contactEmail: true },
      },
    },
  },
} as const

/** The request behind the link to a new address; null when the link is not ours, or another was asked since. */
async function findRequest(tx: Transaction, token: string) {
  const owner = verifyPersonalToken('new-address', token)
  return owner && (await tx.emailChangeRequest.findFirst({ where: owner, select: requestSelect }))
}

type EmailChange = NonNullable<Awaited<ReturnType<typeof findRequest>>>

function refusalFor(request: EmailChange, now: Date) {
  const { registration } = request
  return confirmRefusal(request, { ...registration, status: ownStatus(registration, now) }, now)
}

/**
 * What the page behind that link tells; null when the link is not ours. Whether somebody is signed up with the address already
 * only its owner reads: the link went to it.
 */
export async function getEmailChangeRequest(token: string, now: Date) {
  const request = await findRequest(db(), token)
  if (!request) return null
  const { email, registration, registrationId } = request
  if (isConfirmed(request, registration))
    return { email, session: registration.session, confirmed: true, refusal: null }
  const otherRegistration = {
    sessionId: registration.sessionId,
    normalizedEmail: normalizeEmail(email),
    id: { not: registrationId },
  }
  const takenRefusal =
    (await db().registration.count({ where: otherRegistration })) > 0 ? ('address-taken' as const) : null
  return { email, session: registration.session, confirmed: false, refusal: refusalFor(request, now) ?? takenRefusal }
}

/**
 * Gives a sign-up the address whose owner confirms it; gives whose link works from now on. The old address is told, the links
 * of before are dead, and the new one gets all it needs. Confirmed twice is done once. The unique index decides whether the
 * address is free.
 */
export async function confirmEmailChange(
  token: string,
  { now }: { now: Date },
): Promise<Result<LinkOwner, ConfirmEmailRefusal>> {
  const attempt = db().$transaction((tx) => confirmInTransaction(tx, token, now))
  return await attempt.catch((error: unknown) => {
    if (isUniqueViolation(error)) return { ok: false, reason: 'address-taken' }
    throw error
  })
}

async function confirmInTransaction(
  tx: Transaction,
  token: string,
  now: Date,
): Promise<Result<LinkOwner, ConfirmEmailRefusal>> {
  const unlockedRequest = await findRequest(tx, token)
  if (!unlockedRequest) return { ok: false, reason: 'unknown-link' }
  const { registrationId, registration } = unlockedRequest
  const current = await lockRegistration(tx, registration.sessionId, registrationId)
  const request = await findRequest(tx, token)
  if (!current || !request) return { ok: false, reason: 'unknown-link' }
  const { id, sessionId, tokenVersion, version } = current
  if (isConfirmed(request, current)) return { ok: true, value: { id, tokenVersion } }
  const refusal = refusalFor(request, now)
  if (refusal) return { ok: false, reason: refusal }

  const input = { ...currentInput(current), email: request.email }
  const result = await updateLockedRegistration(
    tx,
    { current, input, version, answerEditKind: 'before-deadline' },
    { now },
  )
  if (!result.ok) throw new Error(`address not changed: ${result.reason}`)
  await tx.emailChangeRequest.update({ where: { id: request.id }, data: { confirmedAt: now } })
  await enqueueMessage(tx, {
    kind: 'emailChanged',
    dedupeKey: `address-changed:${request.id}`,
    sessionId,
    registrationId: id,
    details: { emailChangeRequestId: request.id },
    dueAt: now,
    now,
  })
  await enqueueNewLinks(tx, current, { now, hasEnded: hasEnded(request.registration.session, now) })
  return { ok: true, value: { id, tokenVersion: tokenVersion + 1 } }
}

type LockedRegistration = NonNullable<Awaited<ReturnType<typeof lockRegistration>>>

function currentInput(current: LockedRegistration) {
  const { name, municipalityCode, organisation, role, contactWish, phone, needs } = current
  return { name, municipalityCode, organisation, role, contactWish, phone, needs, answers: answersByQuestion(current) }
}

/** The mail that a sign-up like this began with, with the links that work from now on. */
async function enqueueNewLinks(
  tx: Transaction,
  registration: LockedRegistration,
  { now, hasEnded }: { now: Date; hasEnded: boolean },
) {
  const { id: registrationId, sessionId, version, offerExpiresAt } = registration
  const context = { sessionId, registrationId, now }
  const dedupeSuffix = `address-${version + 1}`
  if (hasEnded) {
    const kind = 'registrationChanged'
    await enqueueMessage(tx, {
      ...context,
      kind,
      dedupeKey: `registration-changed:${registrationId}:${version + 1}`,
      dueAt: now,
    })
  } else if (registrationStatus(registration) === 'offered' && offerExpiresAt) {
    const kind = 'seatOffered'
    const dedupeKey = `place-offered:${registrationId}:${dedupeSuffix}`
    await enqueueMessage(tx, { ...context, kind, dedupeKey, dueAt: now, expiresAt: offerExpiresAt })
  } else await enqueueWelcome(tx, { ...context, isWaitlisted: registration.waitlistedAt !== null, again: dedupeSuffix })
}
