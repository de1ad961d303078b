import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { insertAnswers } from './answers'
import { auditRegistration } from './change-log'
import { isAddressKnown, nextAddressSequence } from './existing-registration'
import { enqueueStatusMail } from './registration-mail'
import type { RegistrationInput } from './schema'

/** Input of a new registration. `idempotencyKey` identifies the form: the same form sent twice is one registration. */
export type NewRegistration = RegistrationInput & { sessionId: string; idempotencyKey: string }

/**
 * Status of a new registration. `askedBeforeDeadline`: it was sent before the question deadline, so its agenda question
 * will be discussed. `waitlistedAt` is `null` when it has a seat.
 */
export type InitialStatus = { askedBeforeDeadline: boolean; waitlistedAt: Date | null }

/** `sharesAddress` allows an address that the session already has, for a colleague with the same mailbox. */
type Creation = { now: Date; sharesAddress?: boolean }

/** Inserts a registration without answers. Returns `undefined` if its address is registered, unless `sharesAddress`. */
export async function insertRegistration(
  tx: Transaction,
  { answers: _, ...fields }: NewRegistration,
  initialStatus: InitialStatus,
  { now, sharesAddress = false }: Creation,
) {
  if (!sharesAddress && (await isAddressKnown(tx, fields))) return undefined
  const normalizedEmail = normalizeEmail(fields.email)
  const addressSequence = sharesAddress ? await nextAddressSequence(tx, fields.sessionId, normalizedEmail) : 0
  const ids = { id: randomUUID(), normalizedEmail, addressSequence }
  const data = [{ ...fields, ...initialStatus, ...ids, createdAt: now }]
  const select = { id: true, tokenVersion: true }
  const [created] = await tx.registration.createManyAndReturn({ data, skipDuplicates: true, select })
  return created
}

/** Inserts a registration with answers, audit entry and mail. Returns `undefined` if its address is taken. */
export async function createRegistration(
  tx: Transaction,
  input: NewRegistration,
  initialStatus: InitialStatus,
  { shouldSendMail = true, sharesAddress, ...actor }: Creation & { organiserId?: string; shouldSendMail?: boolean },
) {
  const created = await insertRegistration(tx, input, initialStatus, { now: actor.now, sharesAddress })
  if (!created) return undefined
  const { sessionId, answers } = input
  await insertAnswers(tx, created.id, answers)
  if (shouldSendMail) await enqueueStatusMail(tx, { id: created.id, sessionId, ...initialStatus }, { now: actor.now })
  const action = initialStatus.waitlistedAt ? 'registrationWaitlisted' : 'registrationCreated'
  await auditRegistration(tx, action, { registrationId: created.id, ...actor })
  return created
}
