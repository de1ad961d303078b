import { beforeEach, describe, expect, test } from 'vitest'
import { lockRow } from '@/lib/db/locks'
import { createPersonalToken } from '@/lib/personal-links/token'
import { listRegistrationChanges } from '@/lib/registrations/change-log'
import { getRegistration } from '@/lib/registrations/queries'
import { cancelOwnRegistration, changeOwnRegistration } from '@/lib/registrations/self-service/commands'
import { getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { updateRegistration } from '@/lib/registrations/update'
import { getAgendaQuestion } from '@/lib/triage/queries'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { registeredOwner } from '@/tests/support/registered'

const early = new Date('2022-10-01T08:00:00Z')
const late = new Date('2022-10-20T08:00:00Z')

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
    session.questions.map((question, index) => [
      question.id,
      question.isAgendaQuestion ? text : `Antwoord ${index + 1}`,
    ]),
  ),
})
const agendaAnswer = async () =>
  (await getOwnRegistration(token))?.answers.find(({ question }) => question.isAgendaQuestion)
const done = { ok: true, value: { changed: true } }
const unchanged = { ok: true, value: { changed: false } }

test('stores old and new text of each field, and neither in the audit log', async () => {
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
  const changes = await listRegistrationChanges(id)
  expect(
    changes.map(({ field, question, before, after, actorType }) => [question ?? field, before, after, actorType]),
  ).toEqual([
    ['workplace', 'Utrecht', 'VNG', 'participant'],
    ['role', 'beleidsadviseur', 'wethouder', 'participant'],
    ['Wat wil je weten?', 'Antwoord 2', 'Iets anders?', 'participant'],
    ['contactWish', 'email', 'phone', 'participant'],
    ['phone', '', '06 12345678', 'participant'],
    ['needs', '', 'Schrijftolk', 'participant'],
  ])
  expect(changes.every(({ at }) => +at === +early)).toBe(true)
  const entry = await db.auditEntry.findFirstOrThrow({
    where: { subjectId: id, action: 'registrationChanged' },
  })
  expect(entry).toMatchObject({ actorType: 'participant', actorId: null, at: early })
  expect(JSON.stringify(entry)).not.toMatch(/wethouder|VNG|Iets anders/)
})

test('a change by an organiser is stored the same way', async () => {
  const { idempotencyKey: _, ...input } = registrationInputFor(session, { role: 'griffier', email: 'ander@example.nl' })
  await updateRegistration({ ...input, id, version: 1 }, { now: early, organiserId: 'organisator' })
  const changes = await listRegistrationChanges(id)
  expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['email', 'voorbeeld@utrecht.example.nl', 'ander@example.nl'],
    ['role', 'beleidsadviseur', 'griffier'],
  ])
  const actors = await db.registrationChange.findMany({
    where: { registrationId: id },
    select: { actorType: true, actorId: true },
  })
  expect(actors).toEqual(changes.map(() => ({ actorType: 'organiser', actorId: 'organisator' })))
})

test('a question changed before the deadline keeps its guarantee', async () => {
  const lastMoment = new Date(session.questionDeadlineAt.getTime() - 1)
  expect(await change(withQuestion('Net op tijd'), lastMoment)).toEqual(done)
  expect(await agendaAnswer()).toMatchObject({ text: 'Net op tijd', textAtDeadline: null })
})

test('a question changed after the deadline keeps its text at the deadline', async () => {
  expect(await change(withQuestion('Te laat'), session.questionDeadlineAt)).toEqual(done)
  expect(await agendaAnswer()).toMatchObject({ text: 'Te laat', textAtDeadline: 'Antwoord 2' })
  expect(await change({ ...withQuestion('Nog later'), version: 2 }, late)).toEqual(done)
  expect(await agendaAnswer()).toMatchObject({ text: 'Nog later', textAtDeadline: 'Antwoord 2' })
  expect(await change({ ...withQuestion('Antwoord 2'), version: 3 }, late)).toEqual(done)
  expect(await agendaAnswer()).toMatchObject({ text: 'Antwoord 2', textAtDeadline: null })
})

test('a question first asked after the deadline keeps no text at the deadline', async () => {
  await db.registration.update({ where: { id }, data: { askedBeforeDeadline: false } })
  expect(await change(withQuestion('Later nog iets'), late)).toEqual(done)
  expect(await agendaAnswer()).toMatchObject({ textAtDeadline: null })
})

test('a form opened before the deadline is refused after it', async () => {
  const seen = { ...withQuestion('Over de grens'), acknowledgesDeadline: false }
  expect(await change(seen, late)).toEqual({ ok: false, reason: 'deadline-passed' })
  expect(await agendaAnswer()).toMatchObject({ text: 'Antwoord 2' })
  expect(await change({ role: 'wethouder', acknowledgesDeadline: false }, late)).toEqual(done)
})

describe('an agenda question without an answer', () => {
  const view = async () => {
    const answer = await db.answer.findFirstOrThrow({
      where: { registrationId: id, question: { isAgendaQuestion: true } },
    })
    return await getAgendaQuestion(session.id, answer.id)
  }
  beforeEach(async () => {
    await db.answer.deleteMany({ where: { registrationId: id, question: { isAgendaQuestion: true } } })
  })

  test('is guaranteed when it is answered before the deadline', async () => {
    expect(await change({ ...withQuestion('Toch nog iets'), acknowledgesDeadline: false })).toEqual(done)
    expect(await view()).toMatchObject({ text: 'Toch nog iets', askedBeforeDeadline: true })
    expect(await getRegistration(session.id, id)).toMatchObject({ askedBeforeDeadline: true })
  })

  test('is not guaranteed when it is answered after the deadline', async () => {
    const late = session.questionDeadlineAt
    const refused = { ok: false, reason: 'deadline-passed' }
    expect(await change({ ...withQuestion('Toch nog iets'), acknowledgesDeadline: false }, late)).toEqual(refused)
    expect(await agendaAnswer()).toBeUndefined()
    expect(await change(withQuestion('Toch nog iets'), late)).toEqual(done)
    expect(await view()).toMatchObject({ text: 'Toch nog iets', askedBeforeDeadline: false })
    expect(await getRegistration(session.id, id)).toMatchObject({ askedBeforeDeadline: false })
  })
})

test('an outdated version is refused, and the same change again has no effect', async () => {
  expect(await change({ role: 'wethouder' })).toEqual(done)
  expect(await change({ role: 'raadslid' })).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(await change({ role: 'wethouder' })).toEqual(unchanged)
  expect((await getOwnRegistration(token))?.role).toBe('wethouder')
  expect(await listRegistrationChanges(id)).toHaveLength(1)
})

test('one of several concurrent changes is stored and the others are refused', async () => {
  const results = await Promise.all([change({ role: 'een' }), change({ role: 'twee' }), change({ role: 'drie' })])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok && result.reason === 'changed-meanwhile')).toHaveLength(2)
  expect(await listRegistrationChanges(id)).toHaveLength(1)
})

test('waits for a concurrent change by an organiser and is then refused', async () => {
  const { idempotencyKey: _, ...input } = registrationInputFor(session, { role: 'griffier' })
  // The organiser's transaction waits at its audit entry, when all its other writes are done.
  const finish = await holdTransactionOpen(db, (tx) => tx.$executeRaw`LOCK TABLE "AuditEntry" IN EXCLUSIVE MODE`)
  const byOrganiser = updateRegistration({ ...input, id, version: 1 }, { now: early, organiserId: 'organisator' })
  await waitForBlockedConnections(db)
  const byParticipant = change({ role: 'wethouder' })
  await waitForBlockedConnections(db, 2)
  await finish()
  expect(await byOrganiser).toMatchObject({ ok: true })
  expect(await byParticipant).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect((await getOwnRegistration(token))?.role).toBe('griffier')
})

test('a closed triage round locks the answers and an ended session locks all but consent', async () => {
  const closing = { sessionId: session.id, openGuarantees: 0, closedAt: early }
  const { id: closingId } = await db.triageRound.create({ data: closing })
  expect(await change(withQuestion('Iets anders'))).toEqual({ ok: false, reason: 'locked' })
  expect(await change({ role: 'wethouder' })).toEqual(done)
  await db.triageRound.update({ where: { id: closingId }, data: { reopenedAt: early } })
  expect(await change({ role: 'wethouder', ...withQuestion('Iets anders'), version: 2 })).toEqual(done)

  const current = { role: 'wethouder', ...withQuestion('Iets anders'), version: 3 }
  expect(await change({ ...current, role: 'raadslid' }, session.endsAt)).toEqual({ ok: false, reason: 'locked' })
  expect(await change({ ...current, contactWish: 'none', needs: 'Tolk' }, session.endsAt)).toEqual(done)
  expect(await change({ ...current, contactWish: 'none', version: 4 }, session.endsAt)).toEqual(done)
})

test('waits for a triage round that is being closed and is then refused', async () => {
  const closing = { sessionId: session.id, openGuarantees: 0, closedAt: early }
  const finish = await holdTransactionOpen(db, async (tx) => {
    await lockRow(tx, 'Session', session.id, 'NO KEY UPDATE')
    await tx.triageRound.create({ data: closing })
  })
  const changing = change(withQuestion('Net te laat'))
  await waitForBlockedConnections(db)
  await finish()
  expect(await changing).toEqual({ ok: false, reason: 'locked' })
})

describe('consent can be withdrawn, without a mail, and nothing else changed', () => {
  const consent = { contactWish: 'phone', phone: '0612345678', needs: 'Tolk' } as const
  const none = { contactWish: 'none', phone: null, needs: null } as const
  const expectWithdrawal = async (version: number) => {
    await db.message.deleteMany()
    expect(await change({ ...consent, role: 'wethouder', version })).toEqual({ ok: false, reason: 'locked' })
    expect(await change({ ...none, version })).toEqual(done)
    expect(await db.registration.findUniqueOrThrow({ where: { id } })).toMatchObject(none)
    expect(await db.message.count()).toBe(0)
  }
  beforeEach(async () => {
    await db.registration.update({ where: { id }, data: consent })
  })

  test('after the session was cancelled', async () => {
    await db.session.update({ where: { id: session.id }, data: { cancelledAt: early } })
    await expectWithdrawal(1)
  })

  test('after the registration was cancelled', async () => {
    await cancelOwnRegistration(token, { now: early })
    await expectWithdrawal(2)
  })
})

test('an unknown municipality, an unknown question and an outdated link are refused', async () => {
  expect(await change({ municipalityCode: 'GM9999' })).toEqual({ ok: false, reason: 'unknown-municipality' })
  expect(await change({ answers: { [id]: 'x' } })).toEqual({ ok: false, reason: 'unknown-question' })
  await db.registration.update({ where: { id }, data: { tokenVersion: 2 } })
  expect(await change({ role: 'wethouder' })).toEqual({ ok: false, reason: 'unknown-link' })
})
