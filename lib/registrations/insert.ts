import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'
import type { LinkOwner } from '@/lib/personal-links/token'
import { normalizeEmail } from '@/lib/platform/email-address'
import { insertAnswers } from './answers'
import { auditRegistration } from './audit'
import type { RegistrationInput } from './schema'
import { enqueueWelcome } from './welcome-mail'

export type NewRegistration = RegistrationInput & {
  sessionId: string
  /** Identifies the submitted form: the same form sent twice is one registration. */
  idempotencyKey: string
}

/** `waitlistedAt` is `null` for a registration with a seat. */
export type InitialStatus = { askedBeforeDeadline: boolean; waitlistedAt: Date | null }

export type RegistrationResult = LinkOwner & { askedBeforeDeadline: boolean; isWaitlisted: boolean }

/** Inserts the row without its answers. Returns `undefined` when the unique index already holds the address. */
export async function insertRegistration(
  tx: Transaction,
  { answers: _, ...fields }: NewRegistration,
  initialStatus: InitialStatus,
  now: Date,
): Promise<LinkOwner | undefined> {
  const id = randomUUID()
  const [created] = await tx.registration.createManyAndReturn({
    data: [{ ...fields, ...initialStatus, id, normalizedEmail: normalizeEmail(fields.email), createdAt: now }],
    skipDuplicates: true,
    select: { id: true, tokenVersion: true },
  })
  return created
}

type Creation = { now: Date; organiserId?: string; shouldSendWelcome?: boolean }

/**
 * Inserts a registration with its answers, audit entry and welcome mail.
 * Returns `undefined`, with nothing written, when the address is registered already.
 */
export async function createRegistration(
  tx: Transaction,
  input: NewRegistration,
  initialStatus: InitialStatus,
  { now, organiserId, shouldSendWelcome = true }: Creation,
): Promise<LinkOwner | undefined> {
  const created = await insertRegistration(tx, input, initialStatus, now)
  if (!created) return undefined
  const registrationId = created.id
  const isWaitlisted = initialStatus.waitlistedAt !== null
  await insertAnswers(tx, registrationId, input.answers)
  if (shouldSendWelcome) await enqueueWelcome(tx, { sessionId: input.sessionId, registrationId, isWaitlisted, now })
  const action = isWaitlisted ? 'registrationWaitlisted' : 'registrationCreated'
  await auditRegistration(tx, action, { registrationId, now, organiserId })
  return created
}
