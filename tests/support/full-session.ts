import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@/lib/db/client'
import { createPersonalToken } from '@/lib/personal-links/token'
import { cancelRegistration } from '@/lib/registrations/admin/cancellation'
import { registerParticipant } from '@/lib/registrations/register'
import { registrationStatus } from '@/lib/registrations/status'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { registeredOwner } from '@/tests/support/registered'

export const october = new Date('2022-10-01T08:00:00Z')
export const hours = (count: number, from = october) => new Date(from.getTime() + count * 60 * 60 * 1000)
export const organiserId = 'organisator'

/** Creates a full session with participants A, B, C. Those beyond the capacity are waitlisted in this order. */
export async function fullSession(db: PrismaClient, { capacity = 2, waiting: waitlisted = 2 } = {}) {
  await createTestOrganiser(db)
  const session = await createTestSession(db, { capacity })
  const people: { id: string; tokenVersion: number }[] = []
  for (let index = 0; index < capacity + waitlisted; index++) {
    const name = String.fromCharCode(65 + index)
    const input = registrationInputFor(session, { name, email: `${name.toLowerCase()}@example.nl` })
    const result = await registeredOwner(input, new Date(october.getTime() - 10_000 + index))
    people.push(result)
  }
  const person = (name: string) => {
    const found = people[name.charCodeAt(0) - 65]
    if (!found) throw new Error(`nobody is called ${name}`)
    return found
  }
  return {
    session,
    person,
    offerToken: (name: string) => createPersonalToken('take-place', person(name)),
    async signUp(name: string, now = october, idempotencyKey: string = randomUUID()) {
      const input = registrationInputFor(session, { name, email: `${name.toLowerCase()}@example.nl`, idempotencyKey })
      return await registerParticipant(input, { now })
    },
    async cancel(name: string, now = october) {
      const { id } = person(name)
      const { version } = await db.registration.findUniqueOrThrow({ where: { id } })
      return await cancelRegistration({ sessionId: session.id, id, version, shouldNotify: false }, { now, organiserId })
    },
    /** Returns the status of each registration: "A signed-up, B offered". */
    async statuses() {
      const found = await db.registration.findMany({ where: { sessionId: session.id }, orderBy: { name: 'asc' } })
      return found.map((row) => `${row.name} ${registrationStatus(row)}`).join(', ')
    },
    /** Returns the kinds of all mails to a participant, oldest first. */
    async mails(name: string) {
      const where = { registrationId: person(name).id }
      const found = await db.message.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
      return found.map(({ kind }) => kind)
    },
  }
}
