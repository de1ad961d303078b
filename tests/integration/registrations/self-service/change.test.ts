import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lockRow } from '@/lib/db/locks'
import { createPersonalToken } from '@/lib/personal-links/token'
import { updateRegistration } from '@/lib/registrations/admin/commands'
import { listRegistrationChanges } from '@/lib/registrations/change-log'
import { getRegistration } from '@/lib/registrations/queries'
import { registerParticipant } from '@/lib/registrations/register'
import { cancelOwnRegistration, changeOwnRegistration } from '@/lib/registrations/self-service/commands'
import { getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { getAgendaQuestion } from '@/lib/triage/queries'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'

const early = new Date('2022-10-01T08:00:00Z')
const late = new Date('2022-10-20T08:00:00Z')

let database: TestDatabase
let session: Awaited<ReturnType<typeof createTestSession>>
let id: string
let token: string
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  session = await createTestSession(database.db)
  const result = await registerParticipant(registrationInputFor(session), { now: early })
  if (!result.ok) throw new Error(result.reason)
  id = result.value.id
  token = createPersonalToken('manage', result.value)
  await database.db.message.deleteMany()
})

type Change = Parameters<typeof changeOwnRegistration>[1]
const change = (different: Partial<Change>, now = early) => {
  const { sessionId: _, idempotencyKey: __, email: ___, ...input } = registrationInputFor(session)
  return changeOwnRegistration(
    token,
    { ...input, version: 1, acknowledgesDeadline: now >= session.questionDeadlineAt, ...different },
    { now },
  )
}
const withQuestion = (text: string) => ({
  answers: Object.fromEntries(
    session.questions.map((one, index) => [one.id, one.isAgendaQuestion ? text : `Antwoord ${index + 1}`]),
  ),
})
const asked = async () => (await getOwnRegistration(token))?.answers.find(({ isAgendaQuestion }) => isAgendaQuestion)
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
  const kept = await listRegistrationChanges(id)
  expect(
    kept.map(({ field, question, before, after, actorType }) => [question ?? field, before, after, actorType]),
  ).toEqual([
    ['workplace', 'Utrecht', 'VNG', 'participant'],
    ['role', 'beleidsadviseur', 'wethouder', 'participant'],
    ['Wat wil je weten?', 'Antwoord 2', 'Iets anders?', 'participant'],
    ['contactWish', 'email', 'phone', 'participant'],
    ['phone', '', '06 12345678', 'participant'],
    ['needs', '', 'Schrijftolk', 'participant'],
  ])
  expect(kept.every(({ at }) => +at === +early)).toBe(true)
  const entry = await database.db.auditEntry.findFirstOrThrow({
    where: { subjectId: id, action: 'registrationChanged' },
  })
  expect(entry).toMatchObject({ actorType: 'participant', actorId: null, at: early })
  expect(JSON.stringify(entry)).not.toMatch(/wethouder|VNG|Iets anders/)
})

test('what an organiser changes is kept the same way', async () => {
  const { idempotencyKey: _, ...input } = registrationInputFor(session, { role: 'griffier', email: 'ander@example.nl' })
  await updateRegistration({ ...input, id, version: 1 }, { now: early, organiserId: 'organisator' })
  const kept = await listRegistrationChanges(id)
  expect(kept.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['email', 'voorbeeld@utrecht.example.nl', 'ander@example.nl'],
    ['role', 'beleidsadviseur', 'griffier'],
  ])
  const actors = await database.db.registrationChange.findMany({
    where: { registrationId: id },
    select: { actorType: true, actorId: true },
  })
  expect(actors).toEqual(kept.map(() => ({ actorType: 'organiser', actorId: 'organisator' })))
})

test('before the question deadline the promise stays with the question', async () => {
  const lastMoment = new Date(session.questionDeadlineAt.getTime() - 1)
  expect(await change(withQuestion('Net op tijd'), lastMoment)).toEqual(done)
  expect(await asked()).toMatchObject({ text: 'Net op tijd', textAtDeadline: null })
})

test('from the question deadline on what was asked in time is kept beside it, also after a second change', async () => {
  expect(await change(withQuestion('Te laat'), session.questionDeadlineAt)).toEqual(done)
  expect(await asked()).toMatchObject({ text: 'Te laat', textAtDeadline: 'Antwoord 2' })
  expect(await change({ ...withQuestion('Nog later'), version: 2 }, late)).toEqual(done)
  expect(await asked()).toMatchObject({ text: 'Nog later', textAtDeadline: 'Antwoord 2' })
  expect(await change({ ...withQuestion('Antwoord 2'), version: 3 }, late)).toEqual(done)
  expect(await asked()).toMatchObject({ text: 'Antwoord 2', textAtDeadline: null })
})

test('of who asked later nothing was promised, and so nothing is kept beside it', async () => {
  await database.db.registration.update({ where: { id }, data: { askedBeforeDeadline: false } })
  expect(await change(withQuestion('Later nog iets'), late)).toEqual(done)
  expect(await asked()).toMatchObject({ textAtDeadline: null })
})

test('a form that was opened before the deadline says so first, and keeps nothing', async () => {
  const seen = { ...withQuestion('Over de grens'), acknowledgesDeadline: false }
  expect(await change(seen, late)).toEqual({ ok: false, reason: 'deadline-passed' })
  expect(await asked()).toMatchObject({ text: 'Antwoord 2' })
  expect(await change({ role: 'wethouder', acknowledgesDeadline: false }, late)).toEqual(done)
})

describe('a question that was left open', () => {
  const view = async () => {
    const answer = await database.db.answer.findFirstOrThrow({
      where: { registrationId: id, question: { isAgendaQuestion: true } },
    })
    return await getAgendaQuestion(session.id, answer.id)
  }
  beforeEach(async () => {
    await database.db.answer.deleteMany({ where: { registrationId: id, question: { isAgendaQuestion: true } } })
  })

  test('is promised when it is asked before the question deadline', async () => {
    expect(await change({ ...withQuestion('Toch nog iets'), acknowledgesDeadline: false })).toEqual(done)
    expect(await view()).toMatchObject({ text: 'Toch nog iets', askedBeforeDeadline: true })
    expect(await getRegistration(session.id, id)).toMatchObject({ askedBeforeDeadline: true })
  })

  test('is not when it is asked later, which a form of before says first', async () => {
    const late = session.questionDeadlineAt
    const refused = { ok: false, reason: 'deadline-passed' }
    expect(await change({ ...withQuestion('Toch nog iets'), acknowledgesDeadline: false }, late)).toEqual(refused)
    expect(await asked()).toBeUndefined()
    expect(await change(withQuestion('Toch nog iets'), late)).toEqual(done)
    expect(await view()).toMatchObject({ text: 'Toch nog iets', askedBeforeDeadline: false })
    expect(await getRegistration(session.id, id)).toMatchObject({ askedBeforeDeadline: false })
  })
})

test('an old tab is told, and the same once more changes nothing', async () => {
  expect(await change({ role: 'wethouder' })).toEqual(done)
  expect(await change({ role: 'raadslid' })).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(await change({ role: 'wethouder' })).toEqual(nothing)
  expect((await getOwnRegistration(token))?.role).toBe('wethouder')
  expect(await listRegistrationChanges(id)).toHaveLength(1)
})

test('of two changes at once one holds and the other is told', async () => {
  const results = await Promise.all([change({ role: 'een' }), change({ role: 'twee' }), change({ role: 'drie' })])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok && result.reason === 'changed-meanwhile')).toHaveLength(2)
  expect(await listRegistrationChanges(id)).toHaveLength(1)
})

test('waits for what an organiser is changing of it, and is then told', async () => {
  const { idempotencyKey: _, ...input } = registrationInputFor(session, { role: 'griffier' })
  // The organiser comes as far as the trail: all is written by then, and nothing is kept yet.
  const finish = await holdTransactionOpen(
    database.db,
    (tx) => tx.$executeRaw`LOCK TABLE "AuditEntry" IN EXCLUSIVE MODE`,
  )
  const byDesk = updateRegistration({ ...input, id, version: 1 }, { now: early, organiserId: 'organisator' })
  await waitForBlockedConnections(database.db)
  const byThemselves = change({ role: 'wethouder' })
  await waitForBlockedConnections(database.db, 2)
  await finish()
  expect(await byDesk).toMatchObject({ ok: true })
  expect(await byThemselves).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect((await getOwnRegistration(token))?.role).toBe('griffier')
})

test('once the vragenronde is closed only the rest can be changed; afterwards only what they agreed to', async () => {
  const closing = { sessionId: session.id, openGuarantees: 0, closedAt: early }
  const { id: closingId } = await database.db.triageRound.create({ data: closing })
  expect(await change(withQuestion('Iets anders'))).toEqual({ ok: false, reason: 'locked' })
  expect(await change({ role: 'wethouder' })).toEqual(done)
  await database.db.triageRound.update({ where: { id: closingId }, data: { reopenedAt: early } })
  expect(await change({ role: 'wethouder', ...withQuestion('Iets anders'), version: 2 })).toEqual(done)

  const stands = { role: 'wethouder', ...withQuestion('Iets anders'), version: 3 }
  expect(await change({ ...stands, role: 'raadslid' }, session.endsAt)).toEqual({ ok: false, reason: 'locked' })
  expect(await change({ ...stands, contactWish: 'none', needs: 'Tolk' }, session.endsAt)).toEqual(done)
  expect(await change({ ...stands, contactWish: 'none', version: 4 }, session.endsAt)).toEqual(done)
})

test('waits for an organiser who is closing the vragenronde, and is then told', async () => {
  const closing = { sessionId: session.id, openGuarantees: 0, closedAt: early }
  const finish = await holdTransactionOpen(database.db, async (tx) => {
    await lockRow(tx, 'Session', session.id, 'NO KEY UPDATE')
    await tx.triageRound.create({ data: closing })
  })
  const changing = change(withQuestion('Net te laat'))
  await waitForBlockedConnections(database.db)
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
    await cancelOwnRegistration(token, { now: early })
    await takesBack(2)
  })
})

test('an unknown gemeente, another question and a dead link are refused', async () => {
  expect(await change({ municipalityCode: 'GM9999' })).toEqual({ ok: false, reason: 'unknown-municipality' })
  expect(await change({ answers: { [id]: 'x' } })).toEqual({ ok: false, reason: 'unknown-question' })
  await database.db.registration.update({ where: { id }, data: { tokenVersion: 2 } })
  expect(await change({ role: 'wethouder' })).toEqual({ ok: false, reason: 'unknown-link' })
})
