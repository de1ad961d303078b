import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@/lib/platform/db'

/** Somebody who is signed up, written straight into the database; gives the address. */
export async function signUp(db: PrismaClient, sessionId: string): Promise<string> {
  const id = randomUUID()
  const email = `deelnemer+${id}@example.nl`
  const person = { name: 'Voorbeeld Deelnemer', email, emailKey: email, role: 'adviseur', organisation: 'Voorbeeld' }
  const answers = { contactWish: 'none', questionInTime: true } as const
  await db.registration.create({
    data: { ...person, ...answers, id, sessionId, submissionId: id, createdAt: new Date() },
  })
  return email
}
