import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { renderMessage } from '@/lib/messages/render'
import { personalToken } from '@/lib/platform/personal-token'
import { holdRow } from '@/lib/platform/row-lock'
import { listBeforeAfter } from '@/lib/registrations/before-after'
import { registerParticipant } from '@/lib/registrations/commands'
import { changeRegistration } from '@/lib/registrations/desk'
import { getOwnSignUp } from '@/lib/registrations/own'
import { cancelOwn } from '@/lib/registrations/own-cancel'
import { changeOwn } from '@/lib/registrations/own-change'
import { changedMailMinutes } from '@/lib/registrations/own-rules'
import { claimOne } from '@/tests/integration/messages/outbox'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { halfway, untilWaiting } from '@/tests/support/locks'
import { makeSession, signUpFor } from '@/tests/support/sign-up'

const early = new Date('2022-10-01T08:00:00Z')
const late = new Date('2022-10-20T08:00:00Z')
const minutes = (count: number, from = early) => new Date(from.getTime() + count * 60_000)

let database: TestDatabase
let session: Awaited<ReturnType<typeof makeSession>>
let id: string
let token: string
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  session = await makeSession(database.db)
  const result = await registerParticipant(signUpFor(session), { now: early })
  if (!result.ok) throw new Error(result.reason)
  id = result.value.id
  token = personalToken('manage', result.value)
  await database.db.message.deleteMany()
})

type Change = Parameters<typeof changeOwn>[1]
const change = (different: Partial<Change>, now = early) => {
  const { sessionId: _, submissionId: __, email: ___, ...input } = signUpFor(session)
  return changeOwn(
    token,
    { ...input, version: 1, knowsDeadline: now >= session.questionDeadlineAt, ...different },
    { now },
  )
}
const withQuestion = (text: string) => ({
  answers: Object.fromEntries(
    session.questions.map((one, index) => [one.id, one.isAsked ? text : `Antwoord ${index + 1}`]),
  ),
})
const asked = async () => (await getOwnSignUp(token))?.answers.find(({ isAsked }) => isAsked)
const done = { ok: true, value: { changed: true } }
const nothing = { ok: true, value: { changed: false } }

test('keeps before and after of each part, with who and when, beside an entry in the trail that holds neither', async () => {
  const different = {
    role: 'wethouder',
    municipalityCode: null,
    organisation: 'VNG',
    contactWish: 'phone',
    phone: '06 12345678',
  }
  expect(
    await change({ ...different, needs: 'Schrijftolk', ...withQuestion('Iets anders?') } as Partial<Change>),
  ).toEqual(done)
  const kept = await listBeforeAfter(id)
  expect(kept.map(({ field, question, before, after, actor }) => [question ?? field, before, after, actor])).toEqual([
    ['workplace', 'Utrecht', 'VNG', 'participant'],
    ['role', 'beleidsadviseur', 'wethouder', 'participant'],
    ['Wat wil je weten?', 'Antwoord 2', 'Iets anders?', 'participant'],
    ['contactWish', 'email', 'phone', 'participant'],
    ['phone', '', '06 12345678', 'participant'],
    ['needs', '', 'Schrijftolk', 'participant'],
  ])
  expect(kept.every(({ at }) => +at === +early)).toBe(true)
  const entry = await database.db.auditEntry.findFirstOrThrow({
    where: { subjectId: id, action: 'registration.changed' },
  })
  expect(entry).toMatchObject({ actor: 'participant', at: early })
  expect(JSON.stringify(entry)).not.toMatch(/wethouder|VNG|Iets anders/)
})

test('what an organiser changes is kept the same way', async () => {
  const { submissionId: _, ...input } = signUpFor(session, { role: 'griffier', email: 'ander@example.nl' })
  await changeRegistration({ ...input, id, version: 1 }, { now: early, organiserId: 'organisator' })
  const kept = await listBeforeAfter(id)
  expect(kept.map(({ field, before, after, actor }) => [field, before, after, actor])).toEqual([
    ['email', 'voorbeeld@utrecht.example.nl', 'ander@example.nl', 'organiser:organisator'],
    ['role', 'beleidsadviseur', 'griffier', 'organiser:organisator'],
  ])
})

test('before the question deadline the promise stays with the question', async () => {
  const lastMoment = new Date(session.questionDeadlineAt.getTime() - 1)
  expect(await change(withQuestion('Net op tijd'), lastMoment)).toEqual(done)
  expect(await asked()).toMatchObject({ text: 'Net op tijd', textInTime: null })
})

test('from the question deadline on what was asked in time is kept beside it, also after a second change', async () => {
  expect(await change(withQuestion('Te laat'), session.questionDeadlineAt)).toEqual(done)
  expect(await asked()).toMatchObject({ text: 'Te laat', textInTime: 'Antwoord 2' })
  expect(await change({ ...withQuestion('Nog later'), version: 2 }, late)).toEqual(done)
  expect(await asked()).toMatchObject({ text: 'Nog later', textInTime: 'Antwoord 2' })
  expect(await change({ ...withQuestion('Antwoord 2'), version: 3 }, late)).toEqual(done)
  expect(await asked()).toMatchObject({ text: 'Antwoord 2', textInTime: null })
})

test('of who asked later nothing was promised, and so nothing is kept beside it', async () => {
  await database.db.registration.update({ where: { id }, data: { questionInTime: false } })
  expect(await change(withQuestion('Later nog iets'), late)).toEqual(done)
  expect(await asked()).toMatchObject({ textInTime: null })
})

test('a form that was opened before the deadline says so first, and keeps nothing', async () => {
  const seen = { ...withQuestion('Over de grens'), knowsDeadline: false }
  expect(await change(seen, late)).toEqual({ ok: false, reason: 'deadline-passed' })
  expect(await asked()).toMatchObject({ text: 'Antwoord 2' })
  expect(await change({ role: 'wethouder', knowsDeadline: false }, late)).toEqual(done)
})

test('an old tab is told, and the same once more changes nothing', async () => {
  expect(await change({ role: 'wethouder' })).toEqual(done)
  expect(await change({ role: 'raadslid' })).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(await change({ role: 'wethouder' })).toEqual(nothing)
  expect((await getOwnSignUp(token))?.role).toBe('wethouder')
  expect(await listBeforeAfter(id)).toHaveLength(1)
})

test('of two changes at once one holds and the other is told', async () => {
  const results = await Promise.all([change({ role: 'een' }), change({ role: 'twee' }), change({ role: 'drie' })])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok && result.reason === 'changed-meanwhile')).toHaveLength(2)
  expect(await listBeforeAfter(id)).toHaveLength(1)
})

test('waits for what an organiser is changing of it, and is then told', async () => {
  const { submissionId: _, ...input } = signUpFor(session, { role: 'griffier' })
  const finish = await halfway(
    database.db,
    (tx) => tx.$queryRaw`SELECT 1 FROM "Registration" WHERE "id" = ${id}::uuid FOR UPDATE`,
  )
  const byDesk = changeRegistration({ ...input, id, version: 1 }, { now: early, organiserId: 'organisator' })
  await untilWaiting(database.db)
  await finish()
  expect(await byDesk).toMatchObject({ ok: true })
  expect(await change({ role: 'wethouder' })).toEqual({ ok: false, reason: 'changed-meanwhile' })
})

test('once the vragenronde is closed only the rest can be changed; afterwards only what they agreed to', async () => {
  const closing = { sessionId: session.id, openPromises: 0, closedAt: early, closedBy: 'organisator' }
  const { id: closingId } = await database.db.triageClosing.create({ data: closing })
  expect(await change(withQuestion('Iets anders'))).toEqual({ ok: false, reason: 'locked' })
  expect(await change({ role: 'wethouder' })).toEqual(done)
  await database.db.triageClosing.update({ where: { id: closingId }, data: { reopenedAt: early } })
  expect(await change({ role: 'wethouder', ...withQuestion('Iets anders'), version: 2 })).toEqual(done)

  const stands = { role: 'wethouder', ...withQuestion('Iets anders'), version: 3 }
  expect(await change({ ...stands, role: 'raadslid' }, session.endsAt)).toEqual({ ok: false, reason: 'locked' })
  expect(await change({ ...stands, contactWish: 'none', needs: 'Tolk' }, session.endsAt)).toEqual(done)
  expect(await change({ ...stands, contactWish: 'none', version: 4 }, session.endsAt)).toEqual(done)
})

test('waits for an organiser who is closing the vragenronde, and is then told', async () => {
  const closing = { sessionId: session.id, openPromises: 0, closedAt: early, closedBy: 'organisator' }
  const finish = await halfway(database.db, async (tx) => {
    await holdRow(tx, 'Session', session.id, 'NO KEY UPDATE')
    await tx.triageClosing.create({ data: closing })
  })
  const changing = change(withQuestion('Net te laat'))
  await untilWaiting(database.db)
  await finish()
  expect(await changing).toEqual({ ok: false, reason: 'locked' })
})

describe('what somebody agreed to they take back, and change nothing else, without a mail,', () => {
  const agreed = { contactWish: 'phone', phone: '0612345678', needs: 'Tolk' } as const
  const none = { contactWish: 'none', phone: null, needs: null } as const
  const takesBack = async (version: number) => {
    await database.db.message.deleteMany()
    expect(await change({ ...agreed, role: 'wethouder', version })).toEqual({ ok: false, reason: 'locked' })
    expect(await change({ ...none, version })).toEqual(done)
    expect(await database.db.registration.findUniqueOrThrow({ where: { id } })).toMatchObject(none)
    expect(await database.db.message.count()).toBe(0)
  }
  beforeEach(async () => {
    await database.db.registration.update({ where: { id }, data: agreed })
  })

  test('when it does not take place', async () => {
    await database.db.session.update({ where: { id: session.id }, data: { cancelledAt: early } })
    await takesBack(1)
  })

  test('when they cancelled', async () => {
    await cancelOwn(token, { now: early })
    await takesBack(2)
  })
})

test('an unknown gemeente, another question and a dead link are refused', async () => {
  expect(await change({ municipalityCode: 'GM9999' })).toEqual({ ok: false, reason: 'unknown-municipality' })
  expect(await change({ answers: { [id]: 'x' } })).toEqual({ ok: false, reason: 'unknown-question' })
  await database.db.registration.update({ where: { id }, data: { linkVersion: 2 } })
  expect(await change({ role: 'wethouder' })).toEqual({ ok: false, reason: 'unknown-link' })
})

test('several changes within minutes give one mail, which tells what stands then; a later one gives another', async () => {
  expect(await change({ role: 'een' })).toEqual(done)
  expect(await change({ role: 'twee', version: 2 }, minutes(3))).toEqual(done)
  const waiting = await database.db.message.findMany({ where: { registrationId: id } })
  expect(waiting.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
    ['registration-changed', minutes(3 + changedMailMinutes)],
  ])
  const message = await claimOne(minutes(10))
  const context = { now: minutes(10), siteUrl: 'http://localhost:3000', domain: 'example.nl' }
  expect((await renderMessage(message, context)).text).toContain('Functie\ntwee')
  // It is on its way now, and may not tell of what comes after.
  expect(await change({ role: 'drie', version: 3 }, minutes(11))).toEqual(done)
  expect(await database.db.message.count({ where: { registrationId: id } })).toBe(2)
})

test('the mail says what is promised and what is not', async () => {
  await change(withQuestion('Te laat'), late)
  const at = minutes(10, late)
  const { text } = await renderMessage(await claimOne(at), {
    now: at,
    siteUrl: 'http://localhost:3000',
    domain: 'example.nl',
  })
  expect(text).toContain('Wat je op tijd vroeg, komt zeker aan bod.')
  expect(text).toMatch(/Dit vroeg je op tijd:\s+Antwoord 2/)
  expect(text).toContain('Te laat')
})
