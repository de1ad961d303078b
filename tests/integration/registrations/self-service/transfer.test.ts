import { beforeEach, describe, expect, test } from 'vitest'
import { lockRow } from '@/lib/db/locks'
import { mailPort } from '@/lib/notifications/message-context'
import { createPersonalToken } from '@/lib/personal-links/token'
import { cancelOwnRegistration } from '@/lib/registrations/self-service/commands'
import { transferRegistration } from '@/lib/registrations/self-service/transfer'
import { acceptOffer } from '@/lib/registrations/waitlist/offers'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { fullSession, hours, october } from '@/tests/support/full-session'
import { claimOne } from '@/tests/support/outbox'

const database = await createTestDatabase()
const { db } = database

let full: Awaited<ReturnType<typeof fullSession>>
beforeEach(async () => {
  await db.message.deleteMany()
  await db.registration.updateMany({ data: { transferredToId: null } })
  await db.registration.deleteMany()
  full = await fullSession(db, { capacity: 1, waiting: 2 })
})

const ok = { ok: true, value: null }
const refused = (reason: string) => ({ ok: false, reason })
const transferee = { name: 'Kim', email: 'kim@example.nl', role: 'projectleider' }
const tokenOf = (name: string) => createPersonalToken('manage', full.person(name))
const transfer = (name: string, to = transferee, now = october) => transferRegistration(tokenOf(name), to, { now })
const rowOf = (email: string) =>
  db.registration.findFirstOrThrow({ where: { normalizedEmail: email }, include: { answers: true, messages: true } })
const kindsOf = async (email: string) => (await rowOf(email)).messages.map(({ kind }) => kind).toSorted()

describe('transferring a seat', () => {
  test('moves the answers and their guarantee but not the transferor’s personal data', async () => {
    await db.registration.updateMany({ data: { needs: 'Ondertiteling', phone: '0612345678', contactWish: 'phone' } })
    const before = await rowOf('a@example.nl')
    expect(await transfer('A')).toEqual(ok)
    expect(await full.statuses()).toBe('A cancelled, B waitlisted, C waitlisted, Kim signed-up')
    const [transferor, colleague] = [await rowOf('a@example.nl'), await rowOf('kim@example.nl')]
    expect(colleague).toMatchObject({
      ...transferee,
      municipalityCode: before.municipalityCode,
      askedBeforeDeadline: before.askedBeforeDeadline,
      contactWish: 'none',
      phone: null,
      needs: null,
    })
    expect(colleague.answers.map(({ id }) => id).toSorted()).toEqual(before.answers.map(({ id }) => id).toSorted())
    expect(transferor).toMatchObject({
      name: 'A',
      transferredToId: colleague.id,
      tokenVersion: before.tokenVersion + 1,
      phone: null,
      needs: null,
      answers: [],
    })
    const actions = (await db.auditEntry.findMany({ where: { subjectId: { in: [transferor.id, colleague.id] } } })).map(
      ({ action, actorType }) => `${action} ${actorType}`,
    )
    expect(actions).toEqual(
      expect.arrayContaining(['registrationTransferred participant', 'registrationReceived participant']),
    )
  })

  test('mails both participants, each with a calendar file of their own', async () => {
    await db.message.updateMany({ data: { sentAt: october } })
    await transfer('A')
    const context = { now: october, siteUrl: 'http://localhost:3000', domain: 'example.nl' }
    const mails = [await claimOne(october), await claimOne(october)]
    const rendered = await Promise.all(mails.map((mail) => mailPort.render(mail, context)))
    const toTransferor = rendered.find(({ to }) => to.address === 'a@example.nl')
    const toColleague = rendered.find(({ to }) => to.address === 'kim@example.nl')
    expect(toTransferor?.calendar).toMatchObject({ method: 'CANCEL' })
    expect(toTransferor?.calendar?.content).toContain(`UID:${full.person('A').id}`)
    expect(toTransferor?.text).toContain('Jij bent nu afgemeld.')
    expect(toTransferor?.text).not.toContain('Kim')
    expect(toColleague?.calendar).toMatchObject({ method: 'PUBLISH' })
    expect(toColleague?.text).toContain('A gaf de plek bij deze kennissessie aan jou door.')
    expect(toColleague?.text).not.toContain('Antwoord 2')
    expect(toColleague?.text).toContain('Daar kun je ook zeggen of we contact met je mogen opnemen over de vraag.')
  })

  test('reactivates a cancelled transferee with the transferor’s answers', async () => {
    await cancelOwnRegistration(tokenOf('B'), { now: october })
    const ownAnswers = (await rowOf('b@example.nl')).answers
    expect(await transfer('A', { ...transferee, name: 'B', email: 'B@example.nl' })).toEqual(ok)
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C waitlisted')
    const reactivated = await rowOf('b@example.nl')
    expect(reactivated.answers).toHaveLength(ownAnswers.length)
    expect(reactivated.answers.some(({ id }) => ownAnswers.some((deleted) => deleted.id === id))).toBe(false)
    expect(reactivated).toMatchObject({ transferredToId: null, waitlistedAt: null, contactWish: 'none' })
  })
})

describe('transferring a place on the waitlist', () => {
  test('keeps the position on the waitlist', async () => {
    await transfer('B')
    await full.cancel('A')
    expect(await full.statuses()).toBe('A cancelled, B cancelled, C waitlisted, Kim offered')
    expect(await kindsOf('kim@example.nl')).toEqual(['seatOffered', 'waitlisted'])
  })

  test('moves an open offer, which the transferee can accept', async () => {
    await full.cancel('A')
    const { offerExpiresAt } = await rowOf('b@example.nl')
    await transfer('B')
    const colleague = await rowOf('kim@example.nl')
    expect(await full.statuses()).toBe('A cancelled, B cancelled, C waitlisted, Kim offered')
    expect(colleague.offerExpiresAt).toEqual(offerExpiresAt)
    expect(colleague.messages).toMatchObject([{ kind: 'seatOffered', expiresAt: offerExpiresAt }])
    expect(await acceptOffer(full.offerToken('B'), { now: october })).toEqual(refused('unknown-link'))
    expect(await acceptOffer(createPersonalToken('take-place', colleague), { now: october })).toEqual(ok)
    expect(await full.statuses()).toContain('Kim signed-up')
  })

  test('is refused after the offer expired', async () => {
    await full.cancel('A')
    expect(await transfer('B', transferee, hours(48))).toEqual(refused('offer-expired'))
  })
})

describe('a transferee who is registered already', () => {
  test('keeps their registration, gets a mail and leaves the seat to the waitlist', async () => {
    await full.cancel('A')
    await acceptOffer(full.offerToken('B'), { now: october })
    await db.session.update({ where: { id: full.session.id }, data: { capacity: 2 } })
    const other = { ...transferee, email: 'd@example.nl' }
    await full.signUp('D')
    await db.registration.updateMany({ where: { normalizedEmail: 'd@example.nl' }, data: { waitlistedAt: null } })
    const before = await rowOf('d@example.nl')
    expect(await transfer('B', other)).toEqual(ok)
    expect(await full.statuses()).toBe('A cancelled, B cancelled, C offered, D signed-up')
    const after = await rowOf('d@example.nl')
    expect(after.messages).toContainEqual(
      expect.objectContaining({ kind: 'alreadyRegistered', details: { isTransfer: true } }),
    )
    expect({ ...after, messages: [] }).toEqual({ ...before, messages: [] })
    expect((await rowOf('b@example.nl')).answers).toHaveLength(3)
    expect(await db.auditEntry.count({ where: { action: 'registrationTransferredToRegistrant' } })).toBe(1)
  })

  test('gets the seat with their own answers when they were waitlisted', async () => {
    const before = await rowOf('c@example.nl')
    expect(await transfer('A', { ...transferee, email: 'c@example.nl' })).toEqual(ok)
    expect(await full.statuses()).toBe('A cancelled, B waitlisted, C signed-up')
    const after = await rowOf('c@example.nl')
    expect(after.answers).toEqual(before.answers)
    expect(after.name).toBe('C')
    expect(await kindsOf('c@example.nl')).toEqual(['confirmation', 'waitlisted'])
  })
})

describe('a transfer is refused', () => {
  test('for a forged or outdated link and for the own address', async () => {
    expect(await transferRegistration('onzin', transferee, { now: october })).toEqual(refused('unknown-link'))
    const outdated = createPersonalToken('manage', { ...full.person('A'), tokenVersion: 0 })
    expect(await transferRegistration(outdated, transferee, { now: october })).toEqual(refused('unknown-link'))
    expect(await transfer('A', { ...transferee, email: 'A@example.nl' })).toEqual(refused('own-address'))
  })

  test('for a cancelled registration and for a cancelled or ended session', async () => {
    expect(await transfer('A', transferee, full.session.endsAt)).toEqual(refused('session-over'))
    await cancelOwnRegistration(tokenOf('A'), { now: october })
    expect(await transfer('A')).toEqual(refused('cancelled'))
    await db.session.update({ where: { id: full.session.id }, data: { cancelledAt: october } })
    expect(await transfer('C')).toEqual(refused('session-cancelled'))
    expect(await db.registration.count({ where: { normalizedEmail: 'kim@example.nl' } })).toBe(0)
  })
})

describe('concurrent transfers', () => {
  test('to the same colleague transfer once and return the same result', async () => {
    expect(await Promise.all([transfer('A'), transfer('A'), transfer('A')])).toEqual([ok, ok, ok])
    expect(await transfer('A')).toEqual(ok)
    expect(await db.registration.count({ where: { sessionId: full.session.id } })).toBe(4)
    expect(await kindsOf('kim@example.nl')).toEqual(['confirmation'])
    expect(await kindsOf('a@example.nl')).toEqual(['confirmation', 'transferred'])
  })

  test('to two colleagues transfer to one and refuse the other', async () => {
    const lou = { ...transferee, name: 'Lou', email: 'lou@example.nl' }
    const results = await Promise.all([transfer('A'), transfer('A', lou)])
    expect(results.toSorted((one) => (one.ok ? -1 : 1))).toEqual([ok, refused('handed-over')])
    expect(
      await db.registration.count({ where: { normalizedEmail: { in: ['kim@example.nl', 'lou@example.nl'] } } }),
    ).toBe(1)
  })

  test('wait for a cancellation by an organiser and are then refused', async () => {
    const { id } = full.person('A')
    const finish = await holdTransactionOpen(db, async (tx) => {
      await lockRow(tx, 'Registration', id)
      await tx.registration.update({ where: { id }, data: { cancelledAt: october } })
    })
    const transferring = transfer('A')
    await waitForBlockedConnections(db)
    await finish()
    expect(await transferring).toEqual(refused('cancelled'))
    expect(await db.registration.count({ where: { normalizedEmail: 'kim@example.nl' } })).toBe(0)
  })

  test('of two participants to each other do not deadlock', async () => {
    const to = (letter: string) => ({ ...transferee, name: letter, email: `${letter.toLowerCase()}@example.nl` })
    for (let round = 0; round < 5; round += 1) {
      full = await fullSession(db, { capacity: 3, waiting: 0 })
      await Promise.all([transfer('A', to('B')), transfer('B', to('A'))])
      const withSeat = (await full.statuses()).match(/signed-up/g)
      expect(withSeat?.length).toBe(2)
    }
  }, 60_000)
})

test('a transferor can register again as a new registration', async () => {
  await transfer('A')
  const result = await full.signUp('A')
  expect(result).toMatchObject({ ok: true, value: { isWaitlisted: true } })
  const reactivated = await rowOf('a@example.nl')
  expect(reactivated).toMatchObject({ transferredToId: null, cancelledAt: null })
  expect(reactivated.answers).toHaveLength(3)
  expect((await rowOf('kim@example.nl')).answers).toHaveLength(3)
})
