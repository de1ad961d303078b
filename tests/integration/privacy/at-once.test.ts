import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendAgain } from '@/lib/messages/commands'
import { deliverMessage } from '@/lib/messages/deliver'
import { sendLetter } from '@/lib/messages/letters'
import { everybody } from '@/lib/messages/schema'
import { holdRow } from '@/lib/platform/row-lock'
import { addMonths } from '@/lib/platform/time'
import { eraseWhatIsDue } from '@/lib/privacy/commands'
import { listUntold } from '@/lib/questions/outcomes'
import { cancelRegistration } from '@/lib/registrations/standing'
import { claimOne, silent } from '@/tests/integration/messages/outbox'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { halfway, untilWaiting } from '@/tests/support/locks'
import { addParticipant, makeSession, moments2022 } from '@/tests/support/sign-up'

const terms = { needsDays: 28, namesMonths: 3, trailMonths: 12 }
const now = addMonths(moments2022.endsAt, 3)
const by = { now, organiserId: 'organisator' }

let database: TestDatabase
let session: Awaited<ReturnType<typeof makeSession>>
let id: string
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.message.deleteMany()
  await database.db.letter.deleteMany()
  session = await makeSession(database.db)
  id = (await addParticipant(database.db, session.id, { name: 'Sam Voorbeeld' })).id
})

const erase = (at = now) => eraseWhatIsDue({ terms, mailDir: '/nowhere', now: at })
const person = () => database.db.registration.findUniqueOrThrow({ where: { id } })
const queue = () =>
  database.db.message.create({
    data: {
      kind: 'letter',
      dedupeKey: randomUUID(),
      sessionId: session.id,
      registrationId: id,
      createdAt: now,
      dueAt: now,
    },
  })

describe('erasing beside the work of others', () => {
  test('leaves somebody alone as long as a mail to them is on its way, and takes the rest an hour later', async () => {
    await queue()
    const claimed = await claimOne(now)
    await erase()
    expect(await person()).toMatchObject({ name: 'Sam Voorbeeld', erasedAt: null })
    // That worker died: its claim has run out.
    const later = new Date(now.getTime() + 60 * 60_000)
    await erase(later)
    expect(await person()).toMatchObject({ name: 'Naam gewist', erasedAt: later })
    expect(await database.db.message.findFirstOrThrow()).toMatchObject({ dropReason: 'erased', claimToken: null })
    // It comes back after all, and writes nothing.
    const transport = { domain: 'example.nl', send: async () => 'ok', close: () => undefined }
    await deliverMessage(claimed, { transport, logger: silent, now: () => later })
    expect(await database.db.message.findFirstOrThrow()).toMatchObject({ sentAt: null, html: null, toAddress: null })
  })

  test('waits for who is moving the kennissessie, and then leaves it alone', async () => {
    const finish = await halfway(database.db, async (tx) => {
      await holdRow(tx, 'Session', session.id)
      await tx.session.update({ where: { id: session.id }, data: { endsAt: now } })
    })
    const erasing = erase()
    await untilWaiting(database.db)
    await finish()
    await erasing
    expect(await person()).toMatchObject({ name: 'Sam Voorbeeld', erasedAt: null })
  })

  test('waits for a mail that a worker is just taking, and then leaves its reader alone', async () => {
    const { id: messageId } = await queue()
    const claimedUntil = new Date(now.getTime() + 60_000)
    const finish = await halfway(database.db, (tx) =>
      tx.message.update({ where: { id: messageId }, data: { claimToken: randomUUID(), claimedUntil } }),
    )
    const erasing = erase()
    await untilWaiting(database.db)
    await finish()
    await erasing
    expect(await person()).toMatchObject({ name: 'Sam Voorbeeld' })
  })

  test('done by two at once is done once, and said once', async () => {
    await Promise.all([erase(), erase(), erase()])
    const entries = await database.db.auditEntry.findMany({
      where: { subjectId: session.id, action: 'privacy.names-erased' },
    })
    expect(entries).toHaveLength(1)
  })

  test('goes on where it was broken off', async () => {
    const { id: messageId } = await queue()
    // All but the mail was done.
    await database.db.registration.update({ where: { id }, data: { erasedAt: now, name: 'Naam gewist' } })
    await database.db.message.update({ where: { id: messageId }, data: { html: 'Dag Sam', sentAt: now } })
    await erase()
    expect(await database.db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({ html: null })
  })

  test('of one kennissessie that fails does not keep the others from it', async () => {
    const other = await makeSession(database.db)
    const { id: elsewhere } = await addParticipant(database.db, other.id)
    for (const [one, stays] of [
      [id, elsewhere],
      [elsewhere, id],
    ]) {
      await database.db.$executeRawUnsafe(
        `ALTER TABLE "Registration" ADD CONSTRAINT "stuck" CHECK ("id" <> '${stays}' OR "erasedAt" IS NULL) NOT VALID`,
      )
      await expect(erase()).rejects.toThrow('stuck')
      await database.db.$executeRaw`ALTER TABLE "Registration" DROP CONSTRAINT "stuck"`
      const { erasedAt } = await database.db.registration.findUniqueOrThrow({ where: { id: one } })
      expect(erasedAt).not.toBeNull()
      await database.db.registration.updateMany({ data: { erasedAt: null } })
    }
  })

  test('comes back for nothing: a move to later leaves what is gone gone', async () => {
    await erase()
    await database.db.session.update({ where: { id: session.id }, data: { endsAt: addMonths(now, 6) } })
    await erase()
    expect(await person()).toMatchObject({ name: 'Naam gewist', email: '' })
  })
})

describe('whose name is erased', () => {
  beforeEach(async () => {
    await database.db.answer.create({
      data: { registrationId: id, questionId: session.questions[1]?.id ?? '', text: 'Hoe nu verder?' },
    })
    await queue()
    await erase()
  })

  test('gets no mail: not a letter, not once more, not about their question', async () => {
    const letter = { letterId: randomUUID(), sessionId: session.id, subject: 'Nog iets', text: 'Dag', to: everybody }
    expect(await sendLetter({ ...letter, expected: 1 }, by)).toEqual({ ok: false, reason: 'nobody' })
    const { id: old } = await database.db.message.findFirstOrThrow()
    expect(await sendAgain({ sessionId: session.id, id: old, times: 0 }, by)).toEqual({ ok: false, reason: 'erased' })
    expect(await listUntold(session.id)).toEqual([])
  })

  test('cannot be taken off the list or put back by an organiser who had the page open', async () => {
    const seen = { sessionId: session.id, id, version: 1, tell: false }
    expect(await cancelRegistration(seen, by)).toEqual({ ok: false, reason: 'unknown-registration' })
  })

  test('is still counted, with their gemeente and answer', async () => {
    expect(await person()).toMatchObject({ municipalityCode: 'GM0344', role: '', linkVersion: 2, cancelledAt: null })
    expect(await database.db.answer.findFirstOrThrow({ where: { registrationId: id } })).toMatchObject({
      text: 'Hoe nu verder?',
    })
  })
})
