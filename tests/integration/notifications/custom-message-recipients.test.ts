import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { RegistrationStatus } from '@/lib/db/scopes'
import { findCustomMessageDraft, saveCustomMessageDraft } from '@/lib/notifications/custom-message-drafts'
import { getCustomMessage, sendCustomMessage } from '@/lib/notifications/custom-messages'
import { previewMail } from '@/lib/notifications/preview'
import { countByStatus, findRecipient, getRecipientCount } from '@/lib/notifications/queries'
import { onePersonAudience, unrestrictedAudience } from '@/lib/notifications/schema'
import { eraseRegistrations } from '@/lib/privacy/erasure'
import { runPurgeJob } from '@/lib/privacy/purge-job'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'
import { addSeconds, enqueueConfirmations, listMails, october } from '@/tests/support/outbox'
import { deliverAndReceive } from '@/tests/support/servers/smtp-for-file'

const actor = { now: october, organiserId: 'organisator' }
const template = { subject: 'Over de kennissessie', text: 'Dag {naam},\n\nEr is nieuws.' }
const { db } = await createTestDatabase()

type Person = 'seated' | 'offered' | 'waitlisted' | 'cancelled' | 'leftWaitlist' | 'erased'
let sessionId = ''
let ids: Record<Person, string>
const waiting = { waitlistedAt: october }
const offer = { ...waiting, offerExpiresAt: addSeconds(october, 3600) }

/** One registration of each status, a cancelled place on the waitlist, and a registration of which the name is erased. */
beforeEach(async () => {
  const { session, registrationIds } = await enqueueConfirmations(db, 6)
  const [seated = '', offered = '', waitlisted = '', cancelled = '', leftWaitlist = '', erased = ''] = registrationIds
  sessionId = session.id
  ids = { seated, offered, waitlisted, cancelled, leftWaitlist, erased }
  await db.message.deleteMany()
  const change = (id: string, data: object) => db.registration.update({ where: { id }, data })
  await change(offered, offer)
  await change(waitlisted, waiting)
  await change(cancelled, { cancelledAt: october })
  await change(leftWaitlist, { ...waiting, cancelledAt: october })
  await change(erased, { erasedAt: october })
})

const everyone = (statuses: RegistrationStatus[]) => ({ ...unrestrictedAudience, statuses })

async function send(statuses: RegistrationStatus[], expected: number, registrationId: string | null = null) {
  const message = { ...template, sessionId, customMessageId: randomUUID(), registrationId, expected }
  const result = await sendCustomMessage({ ...message, to: everyone(statuses) }, actor)
  return { ...result, customMessageId: message.customMessageId }
}

const recipients = async () => {
  const mails = await db.message.findMany({ where: { sessionId, kind: 'customMessage' } })
  const names = Object.entries(ids).map(([name, id]) => [id, name])
  return mails.map(({ registrationId }) => Object.fromEntries(names)[registrationId ?? '']).sort()
}

async function deliver() {
  await deliverAndReceive(addSeconds(october, 30))
  return (id: string) => listMails({ registrationId: id, sentAt: { not: null } })
}

describe('a custom message to chosen statuses', () => {
  test.each<[RegistrationStatus[], Person[]]>([
    [['signed-up'], ['seated']],
    [['waitlisted'], ['waitlisted']],
    [['offered'], ['offered']],
    [['cancelled'], ['cancelled', 'leftWaitlist']],
    [
      ['signed-up', 'offered', 'waitlisted', 'cancelled'],
      ['cancelled', 'leftWaitlist', 'offered', 'seated', 'waitlisted'],
    ],
  ])('goes to %j and to nobody else', async (statuses, expected) => {
    expect(await getRecipientCount(sessionId, { statuses })).toBe(expected.length)
    expect(await send(statuses, expected.length)).toMatchObject({ ok: true })
    expect(await recipients()).toEqual(expected)
  })

  test('is refused when the status of somebody changed since the preview', async () => {
    await db.registration.update({ where: { id: ids.waitlisted }, data: { waitlistedAt: null } })
    expect(await send(['waitlisted', 'cancelled'], 3)).toMatchObject({ ok: false, reason: 'recipients-changed' })
  })

  test('says why each reader gets it, with the links of their status', async () => {
    await send(['signed-up', 'offered', 'waitlisted', 'cancelled'], 5)
    const mailTo = await deliver()
    const textOf = async (id: string) => (await mailTo(id))[0]?.content?.text?.replaceAll('\u2060', '') ?? ''
    const sender = 'Je krijgt deze mail van Voorbeeld, omdat je '
    const seated = await textOf(ids.seated)
    expect(seated).toContain(`${sender}bent aangemeld voor deze kennissessie.`)
    expect(seated).toMatch(/Meld je af\s+http/)
    const waitlisted = await textOf(ids.waitlisted)
    expect(waitlisted).toContain(`${sender}op de wachtlijst staat van deze kennissessie.`)
    expect(waitlisted).not.toContain('Kies of je komt')
    const offered = await textOf(ids.offered)
    expect(offered).toContain(`${sender}op de wachtlijst staat van deze kennissessie.`)
    expect(offered).toMatch(/Kies of je komt\s+http\S+\/plek\b/)
    const cancelled = await textOf(ids.cancelled)
    expect(cancelled).toContain(`${sender}was aangemeld voor deze kennissessie. Je bent nu afgemeld.`)
    const leftWaitlist = await textOf(ids.leftWaitlist)
    expect(leftWaitlist).toContain(
      `${sender}op de wachtlijst stond van deze kennissessie. Daar sta je nu niet meer op.`,
    )
    for (const text of [cancelled, leftWaitlist]) expect(text).not.toMatch(/Meld je af|\/plek\b/)
    expect(await mailTo(ids.erased)).toEqual([])
  })

  test('stays unsent for who got a seat, or is registered again, before it goes out', async () => {
    await send(['waitlisted', 'cancelled'], 3)
    await db.registration.update({ where: { id: ids.waitlisted }, data: { waitlistedAt: null } })
    await db.registration.update({ where: { id: ids.cancelled }, data: { cancelledAt: null } })
    await deliver()
    const reasonOf = async (registrationId: string) =>
      (await db.message.findFirstOrThrow({ where: { sessionId, registrationId } })).cancelReason
    expect(await Promise.all([ids.waitlisted, ids.cancelled, ids.leftWaitlist].map(reasonOf))).toEqual([
      'hasSeat',
      'hasSeat',
      null,
    ])
  })

  test('keeps the meaning of a selection that was stored before statuses could be chosen', async () => {
    const { statuses: _, ...selection } = unrestrictedAudience
    const old = { id: randomUUID(), sessionId, ...template, selection, createdAt: october }
    await db.customMessage.create({ data: old })
    expect((await getCustomMessage(sessionId, old.id))?.to?.statuses).toEqual(['signed-up'])
    const owner = { sessionId, organiserId: actor.organiserId }
    await db.customMessageDraft.create({ data: { ...owner, ...template, selection, updatedAt: october } })
    expect((await findCustomMessageDraft(owner))?.to).toEqual(unrestrictedAudience)
  })

  test('counts who can be mailed for each status', async () => {
    expect(await countByStatus(sessionId)).toEqual([
      { status: 'signed-up', count: 1 },
      { status: 'offered', count: 1 },
      { status: 'waitlisted', count: 1 },
      { status: 'cancelled', count: 2 },
    ])
  })

  test.each<[RegistrationStatus, string]>([
    ['signed-up', 'omdat je bent aangemeld voor'],
    ['waitlisted', 'omdat je op de wachtlijst staat van'],
    ['cancelled', 'Je bent nu afgemeld.'],
  ])('is previewed for a sample participant who is %s', async (status, reason) => {
    const preview = await previewMail({ sessionId, kind: 'customMessage', status }, { now: october, draft: template })
    expect(preview.text).toContain(reason)
  })
})

describe('a custom message to one person', () => {
  test.each<Person>(['seated', 'waitlisted', 'cancelled'])('reaches only the %s person', async (person) => {
    const { customMessageId } = await send(['signed-up'], 1, ids[person])
    expect(await recipients()).toEqual([person])
    expect(await db.customMessage.findFirstOrThrow({ where: { id: customMessageId } })).toMatchObject({
      registrationId: ids[person],
      selection: onePersonAudience,
    })
    expect((await getCustomMessage(sessionId, customMessageId))?.person?.id).toBe(ids[person])
    expect(await (await deliver())(ids[person])).toHaveLength(1)
  })

  test('is refused for a person of another session and for a person who was erased', async () => {
    expect(await findRecipient(sessionId, ids.erased)).toBeNull()
    expect(await send(['signed-up'], 1, ids.erased)).toMatchObject({ ok: false, reason: 'nobody' })
    const { id: stranger } = await addParticipant(db, (await createTestSession(db)).id)
    expect(await findRecipient(sessionId, stranger)).toBeNull()
    expect(await send(['signed-up'], 1, stranger)).toMatchObject({ ok: false, reason: 'nobody' })
  })

  test('has a draft of its own beside the draft to everybody', async () => {
    const owner = { sessionId, organiserId: actor.organiserId }
    await saveCustomMessageDraft({ ...template, sessionId, to: unrestrictedAudience }, actor)
    const draft = { ...template, sessionId, registrationId: ids.seated, to: onePersonAudience }
    await Promise.all([saveCustomMessageDraft(draft, actor), saveCustomMessageDraft(draft, actor)])
    await saveCustomMessageDraft({ ...draft, subject: 'Anders' }, actor)
    expect(await db.customMessageDraft.count({ where: { sessionId } })).toBe(2)
    await send(['signed-up'], 1, ids.seated)
    expect(await findCustomMessageDraft({ ...owner, registrationId: ids.seated })).toBeNull()
    expect((await findCustomMessageDraft(owner))?.subject).toBe(template.subject)
  })

  test('is deleted with its draft when that person is erased', async () => {
    const { customMessageId } = await send(['signed-up'], 1, ids.seated)
    await saveCustomMessageDraft({ ...template, sessionId, registrationId: ids.seated, to: onePersonAudience }, actor)
    await eraseRegistrations([ids.seated], { now: october, mailDir: '/nowhere', organiserId: actor.organiserId })
    expect(await db.customMessage.count({ where: { id: customMessageId } })).toBe(0)
    expect(await db.customMessageDraft.count({ where: { sessionId } })).toBe(0)
    expect(await db.auditEntry.count({ where: { subjectId: customMessageId } })).toBe(0)
  })

  test('is blanked when the name of that person is erased after its term', async () => {
    const { customMessageId } = await send(['signed-up'], 1, ids.cancelled)
    await deliver()
    await saveCustomMessageDraft(
      { ...template, sessionId, registrationId: ids.cancelled, to: onePersonAudience },
      actor,
    )
    const periods = { needsDays: 1, namesMonths: 1, auditLogMonths: 1200 }
    await db.registration.update({
      where: { id: ids.cancelled },
      data: { cancelledAt: new Date('2022-06-01T08:00:00Z') },
    })
    await runPurgeJob({ periods, mailDir: '/nowhere', now: addSeconds(october, 60) })
    expect(await db.registration.findUnique({ where: { id: ids.cancelled } })).toMatchObject({ name: 'Naam gewist' })
    expect(await db.customMessage.findUnique({ where: { id: customMessageId } })).toMatchObject({
      text: '',
      registrationId: null,
      selection: null,
    })
    expect(await db.customMessageDraft.count({ where: { sessionId } })).toBe(0)
  })
})
