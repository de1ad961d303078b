import { randomUUID } from 'node:crypto'
import { audit } from '@/lib/audit/commands'
import { queueMessage } from '@/lib/messages/commands'
import type { Transaction } from '@/lib/platform/db'
import type { LinkOwner } from '@/lib/platform/personal-token'
import { emailKey } from './rules'
import type { RegistrationInput } from './schema'

export type SignUp = RegistrationInput & {
  sessionId: string
  /** Identifies the form that was sent: the same form twice is one sign-up, not somebody who signs up again. */
  submissionId: string
}

/** In time or later, and since when somebody waits; null for who has a place. */
export type Admission = { questionInTime: boolean; waitingSince: Date | null }

/** `waits`: on the waiting list. */
export type SignedUp = LinkOwner & { questionInTime: boolean; waits: boolean }

/** The new row, or undefined when this address was signed up before: the unique index decides. */
export async function insertRegistration(tx: Transaction, input: SignUp, admission: Admission, now: Date) {
  const { answers: _, ...fields } = input
  const created = await tx.registration.createManyAndReturn({
    data: [{ ...fields, ...admission, id: randomUUID(), emailKey: emailKey(input.email), createdAt: now }],
    skipDuplicates: true,
    select: { id: true, linkVersion: true },
  })
  return created[0]
}

/** The answers that say something, by the id of their question. */
export async function storeAnswers(tx: Transaction, registrationId: string, answers: Record<string, string>) {
  const given = Object.entries(answers).filter(([, text]) => text)
  await tx.answer.createMany({
    data: given.map(([questionId, text]) => ({ id: randomUUID(), registrationId, questionId, text })),
  })
}

type Welcome = { sessionId: string; registrationId: string; waits: boolean; now: Date }

/**
 * Puts a confirmation in the outbox, or for who waits the mail that says so. `again` tells a later one from the first, and one
 * press from the next.
 */
export function queueWelcome(tx: Transaction, { again, waits, ...message }: Welcome & { again?: string }) {
  const kind = waits ? 'waiting-list' : 'confirmation'
  const first = `${kind}:${message.registrationId}`
  return queueMessage(tx, { kind, dedupeKey: again ? `${first}:${again}` : first, dueAt: message.now, ...message })
}

type Done = { now: Date; organiserId?: string; bySystem?: boolean; registrationId: string; fields?: string[] }

/** Writes in the trail what was done to a sign-up: by an organiser, by itself, or else by the participant. */
export function auditRegistration(
  tx: Transaction,
  action: string,
  { now, organiserId, bySystem = false, registrationId, fields }: Done,
) {
  const nobody = bySystem ? 'system' : 'participant'
  return audit(tx, {
    at: now,
    actor: organiserId ? `organiser:${organiserId}` : nobody,
    action,
    subjectType: 'registration',
    subjectId: registrationId,
    ...(fields && { details: { fields } }),
  })
}
