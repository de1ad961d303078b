import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listImmediateSends } from '@/lib/notifications/immediate-sends'
import { runScheduler } from '@/lib/notifications/scheduler'
import { endAccess, restoreAccess } from '@/lib/organisers/access'
import { invite } from '@/lib/organisers/invitations'
import { enqueueTestMail } from '@/lib/outbox/enqueue'
import { triageQuestion } from '@/lib/triage/decide'
import { getAgendaQuestion, listPossibleOwners } from '@/lib/triage/queries'
import { currentDecision } from '@/tests/integration/triage/current-decision'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { addSeconds, deliverAllDue, october, transportTo } from '@/tests/support/outbox'
import { startSmtpServer } from '@/tests/support/servers/smtp-server'
import { addOrganiser, createAdmin } from './organiser-fixtures'

/** Two days before the question deadline of the kennissessie of 2022. */
const nearDeadline = new Date('2022-10-15T12:00:00Z')
let database: TestDatabase
let actor = { now: october, organiserId: '' }
let leaver = ''
let sessionId = ''
let question = ''
beforeAll(async () => {
  database = await createTestDatabase()
  actor = { now: october, organiserId: await createAdmin(october) }
  leaver = await addOrganiser(database.db, { invitedBy: actor.organiserId, email: 'vertrekt@example.nl', now: october })
  await invite({ name: 'Voorbeeld Genodigd', email: 'genodigd@example.nl', role: 'staff' }, actor)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.message.deleteMany()
  await database.db.session.updateMany({ data: { cancelledAt: october } })
  const round = await createSessionWithQuestions(database.db, [{}, {}])
  sessionId = round.sessionId
  question = round.questions[0] ?? ''
  await restoreAccess(leaver, actor)
})

const endLeaverAccess = async () => expect(await endAccess(leaver, actor)).toEqual({ ok: true, value: null })
/** To whom a mail about the kennissessie stands in the outbox. */
const listMailedOrganisers = async () =>
  (await database.db.message.findMany({ where: { sessionId } })).map(({ organiserId }) => organiserId)
async function deliverAndListRecipients(at: Date) {
  const smtp = await startSmtpServer()
  const transport = transportTo(smtp.url)
  await deliverAllDue(transport, at)
  transport.close()
  await smtp.close()
  return smtp.received.map(({ to }) => to)
}

describe('mail to the organisers', () => {
  test('goes to who may log in: not to who is only invited, nor to whose access ended', async () => {
    await runScheduler(nearDeadline)
    expect(new Set(await listMailedOrganisers())).toEqual(new Set([actor.organiserId, leaver]))
    await database.db.message.deleteMany()
    await endLeaverAccess()
    await runScheduler(nearDeadline)
    expect(await listMailedOrganisers()).toEqual([actor.organiserId])
  })

  test('is counted in the same way before it is switched on', async () => {
    await database.db.notificationSettings.update({ where: { sessionId }, data: { remindOrganisers: false } })
    const due = () => listImmediateSends(sessionId, { remindOrganisers: true }, nearDeadline)
    expect(await due()).toEqual([{ kind: 'question-deadline', recipients: 2 }])
    await endLeaverAccess()
    expect(await due()).toEqual([{ kind: 'question-deadline', recipients: 1 }])
  })

  test('that stood ready does not reach whose access ended meanwhile, and says why', async () => {
    await runScheduler(nearDeadline)
    await enqueueTestMail({ sessionId, kind: 'confirmation' }, { now: nearDeadline, organiserId: leaver })
    await endLeaverAccess()
    expect(await deliverAndListRecipients(addSeconds(nearDeadline, 60))).toEqual(['beheerder@example.nl'])
    const dropped = await database.db.message.findMany({ where: { organiserId: leaver, sessionId } })
    expect(dropped.map(({ cancelReason }) => cancelReason)).toEqual(['access-ended', 'access-ended'])
  })
})

describe('the owner of a question', () => {
  const give = async (ownerId: string, note = '') =>
    triageQuestion({ ...(await currentDecision(sessionId, question)), ownerId, note }, actor)

  test('is chosen from who may log in', async () => {
    const owners = async () => (await listPossibleOwners()).map(({ id }) => id)
    expect(new Set(await owners())).toEqual(new Set([actor.organiserId, leaver]))
    await endLeaverAccess()
    expect(await owners()).toEqual([actor.organiserId])
  })

  test('cannot become somebody whose access ended, whatever a form of before says', async () => {
    await endLeaverAccess()
    expect(await give(leaver)).toEqual({ ok: false, reason: 'unknown-owner' })
    expect((await getAgendaQuestion(sessionId, question))?.owner).toBeNull()
  })

  test('who already was one stays so until somebody else is chosen: nobody has to mend it first', async () => {
    expect(await give(leaver)).toEqual({ ok: true, value: null })
    await endLeaverAccess()
    expect(await give(leaver, 'Nog bellen')).toEqual({ ok: true, value: null })
    expect(await getAgendaQuestion(sessionId, question)).toMatchObject({ owner: { id: leaver }, note: 'Nog bellen' })
  })
})
