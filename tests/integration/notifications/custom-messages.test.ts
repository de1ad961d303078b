import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  discardCustomMessageDraft,
  findCustomMessageDraft,
  saveCustomMessageDraft,
} from '@/lib/notifications/custom-message-drafts'
import {
  cancelCustomMessage,
  getCustomMessage,
  listCustomMessages,
  sendCustomMessage,
} from '@/lib/notifications/custom-messages'
import { getRecipientCount, listWorkplaces } from '@/lib/notifications/queries'
import { resendMessage } from '@/lib/notifications/resend'
import { type CustomMessageAudience, unrestrictedAudience } from '@/lib/notifications/schema'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addSeconds, enqueueConfirmations, findMail, october } from '@/tests/support/outbox'
import { deliverAndReceive } from '@/tests/support/servers/smtp-for-file'

const actor = { now: october, organiserId: 'organisator' }
const template = { subject: 'Lees je vast in, {naam}?', text: 'Dag {naam} van {gemeente},\n\n**Tot snel!**' }

const { db } = await createTestDatabase()
let sessionId = ''
let people: string[] = []
beforeEach(async () => {
  const { session, registrationIds } = await enqueueConfirmations(db, 6)
  sessionId = session.id
  people = registrationIds
  await db.message.deleteMany()
  await db.auditEntry.deleteMany()
})

const send = (
  different: { to?: Partial<CustomMessageAudience>; customMessageId?: string; expected?: number } = {},
  when = actor,
) => {
  const { to, customMessageId = randomUUID(), expected = 6 } = different
  return sendCustomMessage(
    { ...template, sessionId, customMessageId, expected, to: { ...unrestrictedAudience, ...to } },
    when,
  )
}
const recipients = async () =>
  (await db.message.findMany({ where: { sessionId, kind: 'customMessage' } })).map(
    ({ registrationId }) => registrationId,
  )
const updateRegistration = (index: number, data: object) =>
  db.registration.update({ where: { id: people[index] ?? '' }, data })

describe('a custom message', () => {
  test('that is submitted twenty times at once is stored, mailed and audited once', async () => {
    const customMessageId = randomUUID()
    const presses = await Promise.all(Array.from({ length: 20 }, () => send({ customMessageId })))
    expect(presses).toEqual(Array(20).fill({ ok: true, value: null }))
    expect((await recipients()).sort()).toEqual([...people].sort())
    expect(await db.auditEntry.findMany()).toMatchObject([{ action: 'customMessageSent', subjectId: customMessageId }])
    expect(await db.customMessage.findUnique({ where: { id: customMessageId } })).toMatchObject({
      selection: unrestrictedAudience,
    })
    expect(await listCustomMessages(sessionId)).toMatchObject([
      { id: customMessageId, progress: { total: 6, sent: 0, left: 6 } },
    ])
  })

  test('arrives with its placeholders filled in for each recipient', async () => {
    await updateRegistration(0, {
      name: 'Een <b>"naam"</b>',
      municipalityCode: null,
      organisation: 'Stichting Voorbeeld',
    })
    await send()
    const received = await deliverAndReceive(october)
    expect(received).toHaveLength(6)
    const { content } = await findMail({ registrationId: people[0] ?? '' })
    const withoutJoiners = (text?: string | null) => text?.replaceAll('\u2060', '')
    expect(withoutJoiners(content?.subject)).toBe('Lees je vast in, Een <b>"naam"</b>?')
    expect(withoutJoiners(content?.text)).toContain('Dag Een <b>"naam"</b> van Stichting Voorbeeld,')
    expect(content?.html).toContain('<strong>Tot snel!</strong>')
    const other = await findMail({ registrationId: people[1] ?? '' })
    expect(other.content?.text).toContain('Dag Voorbeeld 1 van Utrecht,')
  })

  test('is refused when the number of recipients differs from what the organiser saw', async () => {
    expect(await send({ expected: 5 })).toEqual({ ok: false, reason: 'recipients-changed' })
    await updateRegistration(0, { cancelledAt: october })
    expect(await send()).toEqual({ ok: false, reason: 'recipients-changed' })
    expect(await recipients()).toEqual([])
    expect(await send({ expected: 5 })).toMatchObject({ ok: true })
    expect(await recipients()).toHaveLength(5)
  })

  test('is refused without recipients or for an unknown session', async () => {
    expect(await send({ to: { tookPart: true }, expected: 0 })).toEqual({ ok: false, reason: 'nobody' })
    sessionId = randomUUID()
    expect(await send()).toEqual({ ok: false, reason: 'unknown-session' })
  })

  test('can be cancelled halfway; sent mails stay sent', async () => {
    const customMessageId = randomUUID()
    await send({ customMessageId })
    const [sent] = people
    await db.message.updateMany({ where: { registrationId: sent ?? '' }, data: { sentAt: october } })
    expect(await cancelCustomMessage({ sessionId, customMessageId }, actor)).toBe(5)
    expect(await cancelCustomMessage({ sessionId, customMessageId }, actor)).toBe(0)
    expect(await getCustomMessage(sessionId, customMessageId)).toMatchObject({
      progress: { total: 6, sent: 1, left: 0 },
    })
    expect(await db.auditEntry.count({ where: { action: 'customMessageCancelled' } })).toBe(1)
    expect(await getCustomMessage(randomUUID(), customMessageId)).toBeNull()
  })

  test('is cancelled when written before the session was cancelled, and sent when written after it', async () => {
    await send()
    await db.session.update({ where: { id: sessionId }, data: { cancelledAt: addSeconds(october, 10) } })
    await send({}, { ...actor, now: addSeconds(october, 20) })
    const received = await deliverAndReceive(addSeconds(october, 30))
    expect(received).toHaveLength(6)
    const dropped = { sessionId, cancelReason: 'sessionCancelled' as const }
    expect(await db.message.count({ where: dropped })).toBe(6)
    const { id } = await db.message.findFirstOrThrow({ where: dropped })
    const again = await resendMessage({ sessionId, id, resendCount: 0 }, { ...actor, now: addSeconds(october, 40) })
    expect(again).toEqual({ ok: false, reason: 'sessionCancelled' })
  })
})

describe('the audience of a custom message', () => {
  test.each<[Partial<CustomMessageAudience>, number[]]>([
    [{}, [0, 1, 2, 3, 4, 5]],
    [{ inTime: 'no' }, [1]],
    [{ inTime: 'yes' }, [0, 2, 3, 4, 5]],
    [{ places: ['GM0344'] }, [0, 1, 4, 5]],
    [{ places: ['GM0599', 'other'] }, [2, 3]],
    [{ contactWishes: ['phone', 'none'] }, [4, 5]],
    [{ tookPart: true }, [5]],
    [{ inTime: 'yes', places: ['GM0344'], contactWishes: ['none'] }, [5]],
  ])('selects and counts the participants that match %j', async (to, expected) => {
    await updateRegistration(1, { askedBeforeDeadline: false })
    await updateRegistration(2, { municipalityCode: 'GM0599' })
    await updateRegistration(3, { municipalityCode: null, organisation: 'Stichting Voorbeeld' })
    await updateRegistration(4, { contactWish: 'phone', phone: '06 12345678' })
    await updateRegistration(5, { contactWish: 'none', tookPartAt: october })
    expect(await getRecipientCount(sessionId, { ...unrestrictedAudience, ...to })).toBe(expected.length)
    expect(await send({ to, expected: expected.length })).toMatchObject({ ok: true })
    expect((await recipients()).sort()).toEqual(expected.map((index) => people[index]).sort())
  })

  test('offers the workplaces of the participants, other organisations last', async () => {
    await updateRegistration(2, { municipalityCode: 'GM0518' })
    await updateRegistration(3, { municipalityCode: null, organisation: 'Stichting Voorbeeld' })
    await updateRegistration(4, { cancelledAt: october })
    expect(await listWorkplaces(sessionId)).toEqual([
      { code: 'GM0518', name: "Den Haag ('s-Gravenhage)" },
      { code: 'GM0344', name: 'Utrecht' },
      { code: null, name: '' },
    ])
  })
})

describe('a draft', () => {
  const to: CustomMessageAudience = { ...unrestrictedAudience, inTime: 'yes', places: ['other'] }
  const owner = () => ({ sessionId, organiserId: actor.organiserId })

  test('is kept until it is discarded, one for each organiser and session', async () => {
    await saveCustomMessageDraft({ ...template, to, sessionId }, actor)
    await saveCustomMessageDraft({ ...template, subject: 'Anders', to, sessionId }, actor)
    const draft = await findCustomMessageDraft(owner())
    expect(draft).toEqual({ ...template, subject: 'Anders', to, updatedAt: october })
    expect(await findCustomMessageDraft({ ...owner(), organiserId: 'een-ander' })).toBeNull()
    await discardCustomMessageDraft(owner())
    expect(await findCustomMessageDraft(owner())).toBeNull()
  })

  test('is deleted when the message is sent, and stays when it is refused', async () => {
    await saveCustomMessageDraft({ ...template, to: unrestrictedAudience, sessionId }, actor)
    expect(await send({ expected: 1 })).toMatchObject({ ok: false })
    expect(await findCustomMessageDraft(owner())).not.toBeNull()
    expect(await send()).toMatchObject({ ok: true })
    expect(await findCustomMessageDraft(owner())).toBeNull()
  })

  test('is not stored for a session that does not exist', async () => {
    await saveCustomMessageDraft({ ...template, to, sessionId: randomUUID() }, actor)
    expect(await db.customMessageDraft.count({ where: { subject: template.subject, sessionId } })).toBe(0)
  })
})
