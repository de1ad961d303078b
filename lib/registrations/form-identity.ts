import { db } from '@/lib/db/client'
import { normalizeEmail } from '@/lib/platform/normalize-email'

/** Normalises a name, to compare it regardless of case and white space. */
const comparableName = (name: string) => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

export const isSameName = (one: string, other: string): boolean => comparableName(one) === comparableName(other)

type Person = { name: string; normalizedEmail: string }

/**
 * Returns the stored sign-up of the person who sends a form again, recognised by name. When the browser showed no result
 * (`wasAnswered` is false), also by address, because the person may have corrected the name.
 */
export function findSamePerson<Stored extends Person>(
  stored: Stored[],
  { name, email }: { name: string; email: string },
  wasAnswered: boolean,
): Stored | undefined {
  const normalizedEmail = normalizeEmail(email)
  const hasName = (person: Person) => isSameName(person.name, name)
  const hasAddress = (person: Person) => person.normalizedEmail === normalizedEmail
  return (
    stored.find((person) => hasName(person) && hasAddress(person)) ??
    stored.find(hasName) ??
    (wasAnswered ? undefined : stored.find(hasAddress))
  )
}

/** Returns whether a submission of this form is stored, as a registration or as a sign-up that awaits confirmation. */
export async function isFormSent(form: { sessionId: string; idempotencyKey: string }): Promise<boolean> {
  const { sessionId, idempotencyKey } = form
  const isPending = { idempotencyKey, registration: { sessionId } }
  return (
    (await db().registration.count({ where: form })) > 0 ||
    (await db().pendingRegistration.count({ where: isPending })) > 0
  )
}
