import { db } from '@/lib/db/client'
import { personalFields } from '@/lib/db/scopes'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { type Result, refuse } from '@/lib/platform/result'
import { answersByQuestion } from './answers'
import { isSameName } from './form-identity'
import { parsePendingInput } from './pending-registration'
import { registerParticipant } from './register'
import type { CorrectEmailRefusal, RegistrationInput, RegistrationResult } from './schema'

/** A registration form that the browser sent before, with its name and address. `form` is its `idempotencyKey`. */
type SentForm = { sessionId: string; form: string; name: string; email: string }

/**
 * Corrects the e-mail address of a registration form that was sent before. The result does not reveal whether the old or
 * the new address was registered before. Refuses with `unknown-form` when no active or pending registration has that form,
 * name and address.
 */
export async function correctEmail(
  sent: SentForm,
  email: string,
  { now }: { now: Date },
): Promise<Result<RegistrationResult, CorrectEmailRefusal>> {
  const stored = await readSentForm(sent)
  if (!stored) return refuse('unknown-form')
  const input = { ...stored, email, sessionId: sent.sessionId, idempotencyKey: sent.form }
  const result = await registerParticipant(input, { now, wasAnswered: true })
  return result.ok ? { ok: true, value: { ...result.value, isChange: true } } : result
}

async function readSentForm({ sessionId, form, name, email }: SentForm): Promise<RegistrationInput | undefined> {
  const address = { sessionId, normalizedEmail: normalizeEmail(email) }
  const registrations = await db().registration.findMany({
    where: { ...address, idempotencyKey: form, erasedAt: null, cancelledAt: null },
    select: { ...personalFields, answers: { select: { questionId: true, text: true } } },
  })
  const registration = registrations.find((each) => isSameName(each.name, name))
  if (registration) return { ...registration, answers: answersByQuestion(registration) }
  const pending = await db().pendingRegistration.findMany({ where: { idempotencyKey: form, registration: address } })
  const own = pending.find((each) => isSameName(each.name, name))
  return own && parsePendingInput(own.input)
}
