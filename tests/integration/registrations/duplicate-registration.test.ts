import { beforeEach, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/queries'
import { cancelRegistration } from '@/lib/registrations/admin/cancellation'
import { registerParticipant } from '@/lib/registrations/register'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'

const now = new Date('2022-10-01T08:00:00Z')
// After the question deadline, before registration closes.
const later = new Date('2022-10-20T08:00:00Z')
const { db } = await createTestDatabase()
let session: Awaited<ReturnType<typeof createTestSession>>
let id = ''

const firstSubmission = { idempotencyKey: '0d5b7a0e-3f6c-4a53-8d3b-6f0f5e1f0a01' }
const signUp = (different: Parameters<typeof registrationInputFor>[1] = {}, at = later) =>
  registerParticipant(registrationInputFor(session, { name: 'Opnieuw', ...different }), { now: at })
const stored = () => db.registration.findUniqueOrThrow({ where: { id }, include: { answers: true } })
const mailKinds = async () =>
  (await db.message.findMany({ where: { registrationId: id }, orderBy: { createdAt: 'asc' } })).map(({ kind }) => kind)

beforeEach(async () => {
  session = await createTestSession(db)
  await signUp(firstSubmission, now)
  id = (await db.registration.findFirstOrThrow({ where: { sessionId: session.id } })).id
  const actor = { now, organiserId: 'organisator' }
  await cancelRegistration({ sessionId: session.id, id, version: 1, shouldNotify: false }, actor)
})

test('registering again after a cancellation reactivates the registration with a new confirmation', async () => {
  const [question] = session.questions
  expect(await signUp({ answers: { [question?.id ?? '']: 'Wat nu?' } })).toEqual({
    ok: true,
    value: { askedBeforeDeadline: false, isWaitlisted: false, isChange: false, isChangedLate: false },
  })
  expect(await stored()).toMatchObject({
    name: 'Opnieuw',
    cancelledAt: null,
    askedBeforeDeadline: false,
    createdAt: later,
    version: 3,
  })
  expect((await stored()).answers.find(({ questionId }) => questionId === question?.id)?.text).toBe('Wat nu?')
  expect(await mailKinds()).toEqual(['confirmation', 'confirmation'])
  expect((await listHistory('registration', id))[0]).toMatchObject({
    action: 'registrationReactivated',
    actorType: 'participant',
  })
})

test('registering again under another name stores the old name as a change', async () => {
  await signUp({ name: 'Voorbeeld Anders' })
  expect(await db.registrationChange.findMany({ where: { registrationId: id } })).toMatchObject([
    { field: 'name', before: 'Opnieuw', after: 'Voorbeeld Anders', actorType: 'participant', at: later },
  ])
})

test('ten concurrent registrations reactivate once and send one confirmation', async () => {
  await Promise.all(Array.from({ length: 10 }, () => signUp()))
  expect(await stored()).toMatchObject({ cancelledAt: null, version: 3 })
  expect((await mailKinds()).filter((kind) => kind === 'confirmation')).toHaveLength(2)
})

test('sending the original form again after a cancellation is refused', async () => {
  expect(await signUp(firstSubmission)).toEqual({ ok: false, reason: 'registration-cancelled' })
  expect((await stored()).cancelledAt).toEqual(now)
  expect(await mailKinds()).toEqual(['confirmation'])
})

test('ten concurrent copies of the original form after a cancellation are refused', async () => {
  const results = await Promise.all(Array.from({ length: 10 }, () => signUp(firstSubmission)))
  expect(new Set(results.map((result) => result.ok || result.reason))).toEqual(new Set(['registration-cancelled']))
  expect((await stored()).cancelledAt).toEqual(now)
})
