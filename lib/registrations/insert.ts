import { randomUUID } from 'node:crypto'
import { audit } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import type { Transaction } from '@/lib/db/client'
import type { MessageDetails } from '@/lib/notifications/schema'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import type { LinkOwner } from '@/lib/personal-links/token'
import { normalizeEmail } from './rules'
import type { RegistrationInput } from './schema'

export type NewRegistration = RegistrationInput & {
  sessionId: string
  /** Identifies the form that was sent: the same form twice is one sign-up, not somebody who signs up again. */
  idempotencyKey: string
}

/** In time or later, and since when somebody waits; null for who has a place. */
export type InitialStatus = { askedBeforeDeadline: boolean; waitlistedAt: Date | null }

/** `waits`: on the waiting list. */
export type RegistrationResult = LinkOwner & { askedBeforeDeadline: boolean; isWaitlisted: boolean }

/** The new row, or undefined when this address was signed up before: the unique index decides. */
export async function insertRegistration(
  tx: Transaction,
  input: NewRegistration,
  initialStatus: InitialStatus,
  now: Date,
) {
  const { answers: _, ...fields } = input
  const created = await tx.registration.createManyAndReturn({
    data: [
      { ...fields, ...initialStatus, id: randomUUID(), normalizedEmail: normalizeEmail(input.email), createdAt: now },
    ],
    skipDuplicates: true,
    select: { id: true, tokenVersion: true },
  })
  return created[0]
}

/** The answers that say something, by the id of their question. */
export async function insertAnswers(tx: Transaction, registrationId: string, answers: Record<string, string>) {
  const nonEmpty = Object.entries(answers).filter(([, text]) => text)
  await tx.answer.createMany({
    data: nonEmpty.map(([questionId, text]) => ({ id: randomUUID(), registrationId, questionId, text })),
  })
}

type WelcomeMail = {
  sessionId: string
  registrationId: string
  isWaitlisted: boolean
  details?: MessageDetails
  now: Date
}

/**
 * Puts a confirmation in the outbox, or for who waits the mail that says so. `again` tells a later one from the first, and one
 * press from the next.
 */
export function enqueueWelcome(
  tx: Transaction,
  { again: dedupeSuffix, isWaitlisted, ...message }: WelcomeMail & { again?: string },
) {
  const kind = isWaitlisted ? 'waiting-list' : 'confirmation'
  const baseKey = `${kind}:${message.registrationId}`
  return enqueueMessage(tx, {
    kind,
    dedupeKey: dedupeSuffix ? `${baseKey}:${dedupeSuffix}` : baseKey,
    dueAt: message.now,
    ...message,
  })
}

type RegistrationAudit = {
  now: Date
  organiserId?: string
  bySystem?: boolean
  registrationId: string
  fields?: string[]
}

/** Writes in the trail what was done to a sign-up: by an organiser, by itself, or else by the participant. */
export function auditRegistration(
  tx: Transaction,
  action: AuditAction,
  { now, organiserId, bySystem = false, registrationId, fields }: RegistrationAudit,
) {
  const otherActor = bySystem ? 'system' : 'participant'
  return audit(tx, {
    at: now,
    actor: organiserId ? { organiserId } : otherActor,
    action,
    subjectType: 'registration',
    subjectId: registrationId,
    ...(fields && { details: { fields } }),
  })
}
