import { randomUUID } from 'node:crypto'
import { audit } from '@/lib/audit/commands'
import { queueMessage } from '@/lib/messages/commands'
import type { Transaction } from '@/lib/platform/db'
import { holdRow } from '@/lib/platform/row-lock'
import { emailKey } from './rules'
import type { RegistrationInput } from './schema'

export type SignUp = RegistrationInput & {
  sessionId: string
  /** Identifies the form that was sent: the same form twice is one sign-up, not somebody who signs up again. */
  submissionId: string
}

/**
 * What an organiser is changing of the session is done first, and what comes after waits: nobody signs up for what has just
 * been taken away, and sign-ups do not wait for each other.
 */
export const waitForOrganisers = (tx: Transaction, sessionId: string) => holdRow(tx, 'Session', sessionId, 'KEY SHARE')

/** The new row, or undefined when this address was signed up before: the unique index decides. */
export async function insertRegistration(tx: Transaction, input: SignUp, questionInTime: boolean, now: Date) {
  const { answers: _, ...fields } = input
  const created = await tx.registration.createManyAndReturn({
    data: [{ ...fields, id: randomUUID(), emailKey: emailKey(input.email), questionInTime, createdAt: now }],
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

/**
 * Writes these answers over those that stand, which keep their rows: what organisers decided in the vragenronde hangs on
 * them. An answer that says nothing any more goes.
 */
export async function changeAnswers(tx: Transaction, registrationId: string, answers: Record<string, string>) {
  for (const [questionId, text] of Object.entries(answers)) {
    if (!text) await tx.answer.deleteMany({ where: { registrationId, questionId } })
    else {
      const where = { registrationId_questionId: { registrationId, questionId } }
      await tx.answer.upsert({
        where,
        create: { id: randomUUID(), registrationId, questionId, text },
        update: { text },
      })
    }
  }
}

type Confirmation = { sessionId: string; registrationId: string; now: Date }

/** Puts a confirmation in the outbox. `again` tells a later one from the first, and one press from the next. */
export function queueConfirmation(tx: Transaction, { again, ...message }: Confirmation & { again?: string }) {
  const first = `confirmation:${message.registrationId}`
  const dedupeKey = again ? `${first}:${again}` : first
  return queueMessage(tx, { kind: 'confirmation', dedupeKey, dueAt: message.now, ...message })
}

type Done = { now: Date; organiserId?: string; registrationId: string; fields?: string[] }

/** Writes in the trail what was done to a sign-up: by an organiser, or else by the participant. */
export function auditRegistration(tx: Transaction, action: string, { now, organiserId, registrationId, fields }: Done) {
  return audit(tx, {
    at: now,
    actor: organiserId ? `organiser:${organiserId}` : 'participant',
    action,
    subjectType: 'registration',
    subjectId: registrationId,
    ...(fields && { details: { fields } }),
  })
}
