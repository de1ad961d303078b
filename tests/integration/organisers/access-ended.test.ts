import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { enqueueTestMail } from '@/lib/notifications/preview'
import { listImmediateSends, runScheduler } from '@/lib/notifications/scheduler'
import { endAccess, restoreAccess } from '@/lib/organisers/access'
import { invite } from '@/lib/organisers/invitations'
import { triageQuestion } from '@/lib/triage/decide'
import { getAgendaQuestion, listPossibleOwners } from '@/lib/triage/queries'
import { currentDecision } from '@/tests/integration/triage/current-decision'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { addSeconds, october } from '@/tests/support/outbox'
import { deliverAndReceive } from '@/tests/support/servers/smtp-for-file'
import { addOrganiser, createAdmin } from './organiser-fixtures'

/** Two days before the question deadline of the session in 2022. */
const nearDeadline = new Date('2022-10-15T12:00:00Z')
const { db } = await createTestDatabase()

let actor = { now: october, organiserId: '' }
let leaver = ''
let sessionId = ''
let question = ''
beforeAll(async () => {
  actor = { now: october, organiserId: await createAdmin(october) }
  leaver = await addOrganiser(db, { invitedBy: actor.organiserId, email: 'vertrekt@example.nl', now: october })
  await invite({ name: 'Voorbeeld Genodigd', email: 'genodigd@example.nl', role: 'staff' }, actor)
})
beforeEach(async () => {
  await db.message.deleteMany()
  await db.session.updateMany({ data: { cancelledAt: october } })
  const round = await createSessionWithQuestions(db, [{}, {}])
  sessionId = round.sessionId
  question = round.questions[0] ?? ''
  await restoreAccess(leaver, actor)
})

const endLeaverAccess = async () => expect(await endAccess(leaver, actor)).toEqual({ ok: true, value: null })
/** Organisers with a mail about the session in the outbox. */
const listMailedOrganisers = async () =>
  (await db.message.findMany({ where: { sessionId } })).map(({ organiserId }) => organiserId)
async function deliverAndListRecipients(at: Date) {
  const received = await deliverAndReceive(at)
  return received.map(({ to }) => to)
}

describe('mail to organisers', () => {
  test('is enqueued for organisers who may log in', async () => {
    await runScheduler(nearDeadline)
    expect(new Set(await listMailedOrganisers())).toEqual(new Set([actor.organiserId, leaver]))
    await db.message.deleteMany()
    await endLeaverAccess()
    await runScheduler(nearDeadline)
    expect(await listMailedOrganisers()).toEqual([actor.organiserId])
  })

  test('counts the same recipients in the preview of the setting', async () => {
    await db.notificationSettings.update({ where: { sessionId }, data: { remindOrganisers: false } })
    const due = () => listImmediateSends(sessionId, { remindOrganisers: true }, nearDeadline)
    expect(await due()).toEqual([{ kind: 'questionDeadline', recipients: 2 }])
    await endLeaverAccess()
    expect(await due()).toEqual([{ kind: 'questionDeadline', recipients: 1 }])
  })

  test('is cancelled for an organiser whose access ended after it was enqueued', async () => {
    await runScheduler(nearDeadline)
    await enqueueTestMail({ sessionId, kind: 'confirmation' }, { now: nearDeadline, organiserId: leaver })
    await endLeaverAccess()
    expect(await deliverAndListRecipients(addSeconds(nearDeadline, 60))).toEqual(['beheerder@example.nl'])
    const cancelled = await db.message.findMany({ where: { organiserId: leaver, sessionId } })
    expect(cancelled.map(({ cancelReason }) => cancelReason)).toEqual(['accessEnded', 'accessEnded'])
  })
})

describe('owner of an agenda question', () => {
  const assignTo = async (ownerId: string, note = '') =>
    triageQuestion({ ...(await currentDecision(sessionId, question)), ownerId, note }, actor)

  test('can be any organiser who may log in', async () => {
    const owners = async () => (await listPossibleOwners()).map(({ id }) => id)
    expect(new Set(await owners())).toEqual(new Set([actor.organiserId, leaver]))
    await endLeaverAccess()
    expect(await owners()).toEqual([actor.organiserId])
  })

  test('cannot become an organiser whose access ended, also from a stale form', async () => {
    await endLeaverAccess()
    expect(await assignTo(leaver)).toEqual({ ok: false, reason: 'unknown-owner' })
    expect((await getAgendaQuestion(sessionId, question))?.owner).toBeNull()
  })

  test('stays the owner after access ended, until another is chosen', async () => {
    expect(await assignTo(leaver)).toEqual({ ok: true, value: null })
    await endLeaverAccess()
    expect(await assignTo(leaver, 'Nog bellen')).toEqual({ ok: true, value: null })
    expect(await getAgendaQuestion(sessionId, question)).toMatchObject({ owner: { id: leaver }, note: 'Nog bellen' })
  })
})
