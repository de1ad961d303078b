import { beforeEach, expect, test } from 'vitest'
import { mailPort } from '@/lib/notifications/message-context'
import { createPersonalToken } from '@/lib/personal-links/token'
import { changeOwnRegistration } from '@/lib/registrations/self-service/commands'
import { changeMailDelayMinutes } from '@/lib/registrations/self-service/rules'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { claimOne } from '@/tests/support/outbox'
import { registeredOwner } from '@/tests/support/registered'

const early = new Date('2022-10-01T08:00:00Z')
const late = new Date('2022-10-20T08:00:00Z')
const minutes = (count: number, from = early) => new Date(from.getTime() + count * 60_000)
const contextAt = (now: Date) => ({ now, siteUrl: 'http://localhost:3000', domain: 'example.nl' })

const { db } = await createTestDatabase()
let session: Awaited<ReturnType<typeof createTestSession>>
let id: string
let token: string
beforeEach(async () => {
  session = await createTestSession(db)
  const result = await registeredOwner(registrationInputFor(session), early)
  id = result.id
  token = createPersonalToken('manage', result)
  await db.message.deleteMany()
})

const change = (different: Partial<Parameters<typeof changeOwnRegistration>[1]>, now = early) => {
  const { sessionId: _, idempotencyKey: __, email: ___, ...input } = registrationInputFor(session)
  return changeOwnRegistration(token, { ...input, version: 1, acknowledgesDeadline: true, ...different }, { now })
}
const done = { ok: true, value: { changed: true } }

test('changes within minutes share one mail with the latest content; a later change sends another', async () => {
  expect(await change({ role: 'een' })).toEqual(done)
  expect(await change({ role: 'twee', version: 2 }, minutes(3))).toEqual(done)
  const enqueued = await db.message.findMany({ where: { registrationId: id } })
  expect(enqueued.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
    ['registrationChanged', minutes(3 + changeMailDelayMinutes)],
  ])
  const message = await claimOne(minutes(10))
  expect((await mailPort.render(message, contextAt(minutes(10)))).text).toContain('Functie\ntwee')
  // The claimed mail may not hold later changes.
  expect(await change({ role: 'drie', version: 3 }, minutes(11))).toEqual(done)
  expect(await db.message.count({ where: { registrationId: id } })).toBe(2)
})

test('the mail tells which text is guaranteed', async () => {
  await change(
    {
      answers: Object.fromEntries(
        session.questions.map((one, index) => [one.id, one.isAgendaQuestion ? 'Te laat' : `Antwoord ${index + 1}`]),
      ),
    },
    late,
  )
  const at = minutes(10, late)
  const { text } = await mailPort.render(await claimOne(at), contextAt(at))
  expect(text).toContain('Wat je op tijd vroeg, komt zeker aan bod.')
  expect(text).toMatch(/Dit vroeg je op tijd:\s+Antwoord 2/)
  expect(text).toContain('Te laat')
})

test('the mail mentions no guarantee after the session', async () => {
  await change({ contactWish: 'none' }, session.endsAt)
  const at = minutes(10, session.endsAt)
  const { text } = await mailPort.render(await claimOne(at), contextAt(at))
  expect(text).not.toMatch(/aan bod|op tijd/)
})
