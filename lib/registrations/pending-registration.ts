import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { db, type Transaction } from '@/lib/db/client'
import { sessionMoments } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { type LinkOwner, verifyPersonalToken } from '@/lib/personal-links/token'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { addDays } from '@/lib/platform/time'
import { hasEnded } from '@/lib/sessions/rules'
import { type ExistingRegistration, lockExistingRegistration } from './existing-registration'
import { isSameName } from './form-identity'
import { createRegistration, type NewRegistration } from './insert'
import { changedFields } from './rules'
import { contactWishes, type RegisterColleagueRefusal, type RegistrationInput } from './schema'
import { unknownReferenceRefusal } from './update'
import { canOffer, hasFreeSeat } from './waitlist/rules'
import { countSeats, lockSeats } from './waitlist/seats'

const nullableText = z.string().nullable()
const inputSchema = z.object({
  name: z.string(),
  email: z.string(),
  municipalityCode: nullableText,
  organisation: nullableText,
  role: z.string(),
  contactWish: z.enum(contactWishes),
  phone: nullableText,
  needs: nullableText,
  answers: z.record(z.string(), z.string()),
})

/** Parses the stored form of a sign-up that awaits confirmation. Throws when it is invalid. */
export const parsePendingInput = (input: unknown): RegistrationInput => inputSchema.parse(input)

const keptDays = 7

/**
 * Stores a sign-up with the address of `existing` until a reader of that mailbox confirms it. A second sign-up with the
 * same name replaces the first. `isNewName`: no earlier sign-up with this address has the name. `isChange`: this form was
 * stored before with other content.
 */
export async function storePendingRegistration(
  tx: Transaction,
  existing: ExistingRegistration,
  input: NewRegistration,
  { askedBeforeDeadline, wasAnswered, now }: { askedBeforeDeadline: boolean; wasAnswered: boolean; now: Date },
) {
  const { sessionId: _, idempotencyKey, ...form } = input
  const registrationId = existing.id
  const pending = await tx.pendingRegistration.findMany({ where: { registrationId } })
  const isSameForm = (each: { idempotencyKey: string }) => !wasAnswered && each.idempotencyKey === idempotencyKey
  const same = pending.find((each) => isSameName(each.name, form.name) || isSameForm(each))
  const changed = same ? changedFields(parsePendingInput(same.input), form) : []
  const keepsGuarantee = same?.askedBeforeDeadline === true && !changed.includes('answers')
  const stored = {
    idempotencyKey,
    name: form.name,
    input: form,
    askedBeforeDeadline: askedBeforeDeadline || keepsGuarantee,
    expiresAt: addDays(now, keptDays),
  }
  if (same) await tx.pendingRegistration.update({ where: { id: same.id }, data: stored })
  else await tx.pendingRegistration.create({ data: { ...stored, id: randomUUID(), registrationId, createdAt: now } })
  return {
    isNewName: !same && !isSameName(existing.name, form.name),
    askedBeforeDeadline: stored.askedBeforeDeadline,
    isChange: same?.idempotencyKey === idempotencyKey && changed.length > 0,
  }
}

/** Deletes unconfirmed sign-ups that this form stored for another, mistyped address. Returns whether there were any. */
export async function deleteMistypedPending(
  tx: Transaction,
  { sessionId, idempotencyKey, name, email }: NewRegistration,
  wasAnswered: boolean,
): Promise<boolean> {
  const registration = { sessionId, normalizedEmail: { not: normalizeEmail(email) } }
  const pending = await tx.pendingRegistration.findMany({ where: { idempotencyKey, registration } })
  const mistyped = pending.filter((each) => !wasAnswered || isSameName(each.name, name))
  await tx.pendingRegistration.deleteMany({ where: { id: { in: mistyped.map(({ id }) => id) } } })
  return mistyped.length > 0
}

/** Returns the sign-ups that the link with `token` can confirm, or `null` when the link is forged or outdated. */
export async function listPendingRegistrations(token: string, now: Date) {
  const owner = verifyPersonalToken('other-colleague', token)
  const questions = { orderBy: { position: 'asc' }, select: { id: true, label: true } } as const
  const include = {
    session: { select: { ...sessionMoments, title: true, contactName: true, contactEmail: true, questions } },
    pending: { where: { expiresAt: { gt: now } }, orderBy: { createdAt: 'asc' } },
  } as const
  const found = owner && (await db().registration.findFirst({ where: { ...owner, erasedAt: null }, include }))
  if (!found) return null
  const pending = found.pending.map(({ id, createdAt, input }) => {
    const form = parsePendingInput(input)
    const answers = found.session.questions
      .map((question) => ({ term: question.label, detail: form.answers[question.id] ?? '' }))
      .filter(({ detail }) => detail)
    return { id, createdAt, form, workplace: workplaceName(form), answers }
  })
  return { registration: found, session: found.session, pending }
}

/**
 * Turns a pending sign-up into a registration of its own, with an address that another registration has. Returns id and
 * token version for its personal links. Refuses with `gone` when it was confirmed before or has expired, or the session is
 * cancelled or over.
 */
export async function registerColleague(
  token: string,
  pendingId: string,
  { now }: { now: Date },
): Promise<Result<LinkOwner, RegisterColleagueRefusal>> {
  const owner = verifyPersonalToken('other-colleague', token)
  if (!owner) return refuse('unknown-link')
  if (!z.guid().safeParse(pendingId).success) return refuse('gone')
  return await db().$transaction(async (tx) => {
    const found = await tx.registration.findFirst({ where: owner, select: { sessionId: true, email: true } })
    if (!found) return refuse('unknown-link')
    const { sessionId } = found
    await lockSeats(tx, sessionId)
    await lockExistingRegistration(tx, found)
    const isPending = { id: pendingId, registrationId: owner.id, expiresAt: { gt: now }, registration: owner }
    const pending = await tx.pendingRegistration.findFirst({ where: isPending })
    const session = await tx.session.findFirst({ where: { id: sessionId, publishedAt: { not: null } } })
    if (!pending || !session || session.cancelledAt || hasEnded(session, now)) return refuse('gone')
    const { idempotencyKey, askedBeforeDeadline } = pending
    const input = { ...parsePendingInput(pending.input), email: found.email, sessionId, idempotencyKey }
    if (await unknownReferenceRefusal(tx, input)) return refuse('form-changed')
    const isWaitlisted = session.capacity !== null && !hasFreeSeat(await countSeats(tx, sessionId))
    if (isWaitlisted && !canOffer(session, now)) return refuse('full-and-closed')
    const status = { askedBeforeDeadline, waitlistedAt: isWaitlisted ? now : null }
    const created = await createRegistration(tx, input, status, { now, sharesAddress: true })
    if (!created) throw new Error('colleague not registered')
    await tx.pendingRegistration.delete({ where: { id: pendingId } })
    return ok(created)
  })
}
