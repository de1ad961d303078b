import { db, type Transaction } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { type LinkOwner, verifyPersonalToken } from '@/lib/personal-links/token'
import { normalizeEmail } from '@/lib/platform/email-address'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { hasEnded } from '@/lib/sessions/rules'
import { answersByQuestion } from '../answers'
import { type LockedRegistration, lockRegistration } from '../locks'
import { registrationStatus, statusColumns } from '../status'
import { runEmailUpdate, updateLockedRegistration } from '../update'
import { enqueueWelcome } from '../welcome-mail'
import { sessionColumns } from './queries'
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
      ...statusColumns,
      session: { select: sessionColumns },
    },
  },
} as const

/** Returns the request of a confirmation link, or `null` when the link is forged or the request was replaced. */
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
 * Returns what the confirmation page shows, or `null` when the link is unknown. It may reveal that the address is registered
 * already, because only the owner of the address received the link.
 */
export async function getEmailChangeRequest(token: string, now: Date) {
  const request = await findRequest(db(), token)
  if (!request) return null
  const { email, registration, registrationId } = request
  const view = { email, session: registration.session }
  if (isConfirmed(request, registration)) return { ...view, confirmed: true, refusal: null }
  const otherRegistrations = await db().registration.count({
    where: {
      sessionId: registration.sessionId,
      normalizedEmail: normalizeEmail(email),
      id: { not: registrationId },
    },
  })
  const takenRefusal = otherRegistrations > 0 ? ('address-taken' as const) : null
  return { ...view, confirmed: false, refusal: refusalFor(request, now) ?? takenRefusal }
}

/**
 * Changes the email address of a registration to the confirmed one. Returns the owner of the new personal links. Tells the
 * old address, whose links stop working, and mails the new address its links. Idempotent.
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
    await changeEmail(tx, { current, request }, now)
    return ok({ id, tokenVersion: tokenVersion + 1 })
  })
}

type Confirmation = { current: LockedRegistration; request: EmailChange }

async function changeEmail(tx: Transaction, { current, request }: Confirmation, now: Date): Promise<void> {
  const { id, sessionId, version, name, municipalityCode, organisation, role, contactWish, phone, needs } = current
  const person = { name, email: request.email, municipalityCode, organisation, role, contactWish, phone, needs }
  const input = { ...person, answers: answersByQuestion(current) }
  const update = { current, input, version, answerEditKind: 'before-deadline' } as const
  const result = await updateLockedRegistration(tx, update, { now })
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
}

/** Enqueues the mail that holds the new personal links: the one that a registration with this status starts with. */
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
  } else await enqueueWelcome(tx, { ...context, isWaitlisted: registration.waitlistedAt !== null, dedupeSuffix })
}
