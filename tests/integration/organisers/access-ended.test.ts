import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendTest } from '@/lib/messages/commands'
import { listDueAtOnce } from '@/lib/messages/due-at-once'
import { planMail } from '@/lib/messages/plan'
import { endAccess, restoreAccess } from '@/lib/organisers/access'
import { invite } from '@/lib/organisers/invitations'
import { triageQuestion } from '@/lib/questions/commands'
import { getQuestion, listOwners } from '@/lib/questions/queries'
import { deliverAllDue, later, october, transportTo } from '@/tests/integration/messages/outbox'
import { standing } from '@/tests/integration/questions/round'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { makeRound } from '@/tests/support/questions'
import { startSmtp } from '@/tests/support/smtp'
import { addOrganiser, makeAdmin } from './people'

/** Two days before the question deadline of the kennissessie of 2022. */
const deadlineNears = new Date('2022-10-15T12:00:00Z')
let database: TestDatabase
let by = { now: october, organiserId: '' }
let leaver = ''
let sessionId = ''
let question = ''
beforeAll(async () => {
  database = await createTestDatabase()
  by = { now: october, organiserId: await makeAdmin(october) }
  leaver = await addOrganiser(database.db, { invitedBy: by.organiserId, email: 'vertrekt@example.nl', now: october })
  await invite({ name: 'Voorbeeld Genodigd', email: 'genodigd@example.nl', role: 'staff' }, by)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.message.deleteMany()
  await database.db.session.updateMany({ data: { cancelledAt: october } })
  const round = await makeRound(database.db, [{}, {}])
  sessionId = round.sessionId
  question = round.questions[0] ?? ''
  await restoreAccess(leaver, by)
})

const end = async () => expect(await endAccess(leaver, by)).toEqual({ ok: true, value: null })
/** To whom a mail about the kennissessie stands in the outbox. */
const mailed = async () =>
  (await database.db.message.findMany({ where: { sessionId } })).map(({ organiserId }) => organiserId)
async function delivered(at: Date) {
  const smtp = await startSmtp()
  const transport = transportTo(smtp.url)
  await deliverAllDue(transport, at)
  transport.close()
  await smtp.close()
  return smtp.received.map(({ to }) => to)
}

describe('mail to the organisers', () => {
  test('goes to who may log in: not to who is only invited, nor to whose access ended', async () => {
    await planMail(deadlineNears)
    expect(new Set(await mailed())).toEqual(new Set([by.organiserId, leaver]))
    await database.db.message.deleteMany()
    await end()
    await planMail(deadlineNears)
    expect(await mailed()).toEqual([by.organiserId])
  })

  test('is counted in the same way before it is switched on', async () => {
    await database.db.session.update({ where: { id: sessionId }, data: { remindOrganisers: false } })
    const due = () => listDueAtOnce(sessionId, { remindOrganisers: true }, deadlineNears)
    expect(await due()).toEqual([{ kind: 'question-deadline', recipients: 2 }])
    await end()
    expect(await due()).toEqual([{ kind: 'question-deadline', recipients: 1 }])
  })

  test('that stood ready does not reach whose access ended meanwhile, and says why', async () => {
    await planMail(deadlineNears)
    await sendTest({ sessionId, kind: 'confirmation' }, { now: deadlineNears, organiserId: leaver })
    await end()
    expect(await delivered(later(deadlineNears, 60))).toEqual(['beheerder@example.nl'])
    const dropped = await database.db.message.findMany({ where: { organiserId: leaver, sessionId } })
    expect(dropped.map(({ dropReason }) => dropReason)).toEqual(['access-ended', 'access-ended'])
  })
})

describe('the owner of a question', () => {
  const give = async (ownerId: string, note = '') =>
    triageQuestion({ ...(await standing(sessionId, question)), ownerId, note }, by)

  test('is chosen from who may log in', async () => {
    const owners = async () => (await listOwners()).map(({ id }) => id)
    expect(new Set(await owners())).toEqual(new Set([by.organiserId, leaver]))
    await end()
    expect(await owners()).toEqual([by.organiserId])
  })

  test('cannot become somebody whose access ended, whatever a form of before says', async () => {
    await end()
    expect(await give(leaver)).toEqual({ ok: false, reason: 'unknown-owner' })
    expect((await getQuestion(sessionId, question))?.owner).toBeNull()
  })

  test('who already was one stays so until somebody else is chosen: nobody has to mend it first', async () => {
    expect(await give(leaver)).toEqual({ ok: true, value: null })
    await end()
    expect(await give(leaver, 'Nog bellen')).toEqual({ ok: true, value: null })
    expect(await getQuestion(sessionId, question)).toMatchObject({ owner: { id: leaver }, note: 'Nog bellen' })
  })
})
