import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { insertAnswers } from './answers'
import { auditRegistration } from './change-log'
import { enqueueStatusMail } from './registration-mail'
import type { RegistrationInput } from './schema'

/** Input of a new registration. `idempotencyKey` identifies the form: the same form sent twice is one registration. */
export type NewRegistration = RegistrationInput & { sessionId: string; idempotencyKey: string }

/** Status of a new registration. `waitlistedAt` is `null` when it has a seat. */
export type InitialStatus = { askedBeforeDeadline: boolean; waitlistedAt: Date | null }

/** Inserts a registration without its answers. Returns `undefined` when its address is registered for the session. */
export async function insertRegistration(
  tx: Transaction,
  { answers: _, ...fields }: NewRegistration,
  initialStatus: InitialStatus,
  now: Date,
) {
  const ids = { id: randomUUID(), normalizedEmail: normalizeEmail(fields.email) }
  const data = [{ ...fields, ...initialStatus, ...ids, createdAt: now }]
  const select = { id: true, tokenVersion: true }
  const [created] = await tx.registration.createManyAndReturn({ data, skipDuplicates: true, select })
  return created
}

/** Inserts a registration with answers, audit entry and mail. Returns `undefined` when its address is registered. */
export async function createRegistration(
  tx: Transaction,
  input: NewRegistration,
  initialStatus: InitialStatus,
  { shouldSendMail = true, ...actor }: { now: Date; organiserId?: string; shouldSendMail?: boolean },
) {
  const created = await insertRegistration(tx, input, initialStatus, actor.now)
  if (!created) return undefined
  const { sessionId, answers } = input
  await insertAnswers(tx, created.id, answers)
  if (shouldSendMail) await enqueueStatusMail(tx, { id: created.id, sessionId, ...initialStatus }, { now: actor.now })
  const action = initialStatus.waitlistedAt ? 'registrationWaitlisted' : 'registrationCreated'
  await auditRegistration(tx, action, { registrationId: created.id, ...actor })
  return created
}
