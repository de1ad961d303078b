import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { renderMessage } from '@/lib/messages/render'
import { cancelOwn } from '@/lib/own-sign-up/commands'
import { handOver } from '@/lib/own-sign-up/hand-over'
import { personalToken } from '@/lib/platform/personal-token'
import { holdRow } from '@/lib/platform/row-lock'
import { takePlace } from '@/lib/registrations/offers'
import { claimOne } from '@/tests/integration/messages/outbox'
import { fullSession, hours, october } from '@/tests/integration/registrations/full-session'
import { createTestDatabase } from '@/tests/support/database'
import { halfway, untilWaiting } from '@/tests/support/locks'

const database = await createTestDatabase()
const { db } = database
afterAll(() => database.drop())

let full: Awaited<ReturnType<typeof fullSession>>
beforeEach(async () => {
  await db.message.deleteMany()
  await db.registration.updateMany({ data: { handedOverToId: null } })
  await db.registration.deleteMany()
  full = await fullSession(db, { capacity: 1, waiting: 2 })
})

const ok = { ok: true, value: null }
const refused = (reason: string) => ({ ok: false, reason })
const kim = { name: 'Kim', email: 'kim@example.nl', role: 'projectleider' }
const tokenOf = (name: string) => personalToken('manage', full.person(name))
const give = (name: string, to = kim, now = october) => handOver(tokenOf(name), to, { now })
const rowOf = (email: string) =>
  db.registration.findFirstOrThrow({ where: { emailKey: email }, include: { answers: true, messages: true } })
const kindsOf = async (email: string) => (await rowOf(email)).messages.map(({ kind }) => kind).toSorted()

describe('a place', () => {
  test('goes to the colleague with the answers and what is promised, and not with what is the giver’s own', async () => {
    await db.registration.updateMany({ data: { needs: 'Ondertiteling', phone: '0612345678', contactWish: 'phone' } })
    const before = await rowOf('a@example.nl')
    expect(await give('A')).toEqual(ok)
    expect(await full.standings()).toBe('A cancelled, B waiting, C waiting, Kim signed-up')
    const [giver, colleague] = [await rowOf('a@example.nl'), await rowOf('kim@example.nl')]
    expect(colleague).toMatchObject({
      ...kim,
      municipalityCode: before.municipalityCode,
      questionInTime: before.questionInTime,
      contactWish: 'none',
      phone: null,
      needs: null,
    })
    expect(colleague.answers.map(({ id }) => id).toSorted()).toEqual(before.answers.map(({ id }) => id).toSorted())
    expect(giver).toMatchObject({
      name: 'A',
      handedOverToId: colleague.id,
      linkVersion: before.linkVersion + 1,
      phone: null,
      needs: null,
      answers: [],
    })
    const actions = (await db.auditEntry.findMany({ where: { subjectId: { in: [giver.id, colleague.id] } } })).map(
      ({ action, actor }) => `${action} ${actor}`,
    )
    expect(actions).toEqual(
      expect.arrayContaining(['registration.handed-over participant', 'registration.taken-over participant']),
    )
  })

  test('is mailed about to both, each with a file for their own calendar', async () => {
    await db.message.updateMany({ data: { sentAt: october } })
    await give('A')
    const context = { now: october, siteUrl: 'http://localhost:3000', domain: 'example.nl' }
    const mails = [await claimOne(october), await claimOne(october)]
    const rendered = await Promise.all(mails.map((mail) => renderMessage(mail, context)))
    const toGiver = rendered.find(({ to }) => to.address === 'a@example.nl')
    const toColleague = rendered.find(({ to }) => to.address === 'kim@example.nl')
    expect(toGiver?.calendar).toMatchObject({ method: 'CANCEL' })
    expect(toGiver?.calendar?.content).toContain(`UID:${full.person('A').id}`)
    expect(toGiver?.text).toContain('Jij bent nu afgemeld.')
    expect(toGiver?.text).not.toContain('Kim')
    expect(toColleague?.calendar).toMatchObject({ method: 'PUBLISH' })
    expect(toColleague?.text).toContain('A gaf de plek bij deze kennissessie aan jou door.')
    expect(toColleague?.text).toContain('Antwoord 2')
    expect(toColleague?.text).toContain('Daar kun je ook zeggen of we contact met je mogen opnemen over de vraag.')
  })

  test('is taken in turn by who had been off the list, with the giver’s answers in place of theirs', async () => {
    await cancelOwn(tokenOf('B'), { now: october })
    const theirs = (await rowOf('b@example.nl')).answers
    expect(await give('A', { ...kim, name: 'B', email: 'B@example.nl' })).toEqual(ok)
    expect(await full.standings()).toBe('A cancelled, B signed-up, C waiting')
    const back = await rowOf('b@example.nl')
    expect(back.answers).toHaveLength(theirs.length)
    expect(back.answers.some(({ id }) => theirs.some((gone) => gone.id === id))).toBe(false)
    expect(back).toMatchObject({ handedOverToId: null, waitingSince: null, contactWish: 'none' })
  })
})

describe('a turn on the waiting list', () => {
  test('keeps its turn', async () => {
    await give('B')
    await full.cancel('A')
    expect(await full.standings()).toBe('A cancelled, B cancelled, C waiting, Kim offered')
    expect(await kindsOf('kim@example.nl')).toEqual(['place-offered', 'waiting-list'])
  })

  test('to which a place is offered goes with the offer, which the colleague takes', async () => {
    await full.cancel('A')
    const { offerExpiresAt } = await rowOf('b@example.nl')
    await give('B')
    const colleague = await rowOf('kim@example.nl')
    expect(await full.standings()).toBe('A cancelled, B cancelled, C waiting, Kim offered')
    expect(colleague.offerExpiresAt).toEqual(offerExpiresAt)
    expect(colleague.messages).toMatchObject([{ kind: 'place-offered', expiresAt: offerExpiresAt }])
    expect(await takePlace(full.token('B'), { now: october })).toEqual(refused('unknown-link'))
    expect(await takePlace(personalToken('take-place', colleague), { now: october })).toEqual(ok)
    expect(await full.standings()).toContain('Kim signed-up')
  })

  test('that was offered a place and let it pass is no longer there to give', async () => {
    await full.cancel('A')
    expect(await give('B', kim, hours(48))).toEqual(refused('offer-over'))
  })
})

describe('a colleague who is on the list already', () => {
  test('keeps their own sign-up and hears so; the place goes to who waits longest', async () => {
    await full.cancel('A')
    await takePlace(full.token('B'), { now: october })
    await db.session.update({ where: { id: full.session.id }, data: { capacity: 2 } })
    const other = { ...kim, email: 'd@example.nl' }
    await full.signUp('D')
    await db.registration.updateMany({ where: { emailKey: 'd@example.nl' }, data: { waitingSince: null } })
    const before = await rowOf('d@example.nl')
    expect(await give('B', other)).toEqual(ok)
    expect(await full.standings()).toBe('A cancelled, B cancelled, C offered, D signed-up')
    const after = await rowOf('d@example.nl')
    expect(after.messages).toContainEqual(
      expect.objectContaining({ kind: 'already-registered', details: { handedOver: true } }),
    )
    expect({ ...after, messages: [] }).toEqual({ ...before, messages: [] })
    expect((await rowOf('b@example.nl')).answers).toHaveLength(3)
    expect(await db.auditEntry.count({ where: { action: 'registration.handed-over-known' } })).toBe(1)
  })

  test('and waits, gets the place, with their own answers', async () => {
    const before = await rowOf('c@example.nl')
    expect(await give('A', { ...kim, email: 'c@example.nl' })).toEqual(ok)
    expect(await full.standings()).toBe('A cancelled, B waiting, C signed-up')
    const after = await rowOf('c@example.nl')
    expect(after.answers).toEqual(before.answers)
    expect(after.name).toBe('C')
    expect(await kindsOf('c@example.nl')).toEqual(['confirmation', 'waiting-list'])
  })
})

describe('nothing is handed over', () => {
  test('by a link that is not ours, is old, or to one’s own address', async () => {
    expect(await handOver('onzin', kim, { now: october })).toEqual(refused('unknown-link'))
    const old = personalToken('manage', { ...full.person('A'), linkVersion: 0 })
    expect(await handOver(old, kim, { now: october })).toEqual(refused('unknown-link'))
    expect(await give('A', { ...kim, email: 'A@example.nl' })).toEqual(refused('own-address'))
  })

  test('by who is off the list, or when there is nothing to come to', async () => {
    expect(await give('A', kim, full.session.endsAt)).toEqual(refused('session-over'))
    await cancelOwn(tokenOf('A'), { now: october })
    expect(await give('A')).toEqual(refused('cancelled'))
    await db.session.update({ where: { id: full.session.id }, data: { cancelledAt: october } })
    expect(await give('C')).toEqual(refused('session-cancelled'))
    expect(await db.registration.count({ where: { emailKey: 'kim@example.nl' } })).toBe(0)
  })
})

describe('the button', () => {
  test('pressed twice, also at once, hands over once and tells the same', async () => {
    expect(await Promise.all([give('A'), give('A'), give('A')])).toEqual([ok, ok, ok])
    expect(await give('A')).toEqual(ok)
    expect(await db.registration.count({ where: { sessionId: full.session.id } })).toBe(4)
    expect(await kindsOf('kim@example.nl')).toEqual(['confirmation'])
    expect(await kindsOf('a@example.nl')).toEqual(['confirmation', 'handed-over'])
  })

  test('pressed for two colleagues at once gives the place to one, and tells so of the other', async () => {
    const lou = { ...kim, name: 'Lou', email: 'lou@example.nl' }
    const results = await Promise.all([give('A'), give('A', lou)])
    expect(results.toSorted((one) => (one.ok ? -1 : 1))).toEqual([ok, refused('handed-over')])
    expect(await db.registration.count({ where: { emailKey: { in: ['kim@example.nl', 'lou@example.nl'] } } })).toBe(1)
  })

  test('pressed while an organiser takes them off the list waits, and then gives nothing away', async () => {
    const { id } = full.person('A')
    const finish = await halfway(db, async (tx) => {
      await holdRow(tx, 'Registration', id)
      await tx.registration.update({ where: { id }, data: { cancelledAt: october } })
    })
    const giving = give('A')
    await untilWaiting(db)
    await finish()
    expect(await giving).toEqual(refused('cancelled'))
    expect(await db.registration.count({ where: { emailKey: 'kim@example.nl' } })).toBe(0)
  })

  test('pressed by two who hand over to each other lets neither wait for ever', async () => {
    const to = (letter: string) => ({ ...kim, name: letter, email: `${letter.toLowerCase()}@example.nl` })
    for (let round = 0; round < 5; round += 1) {
      full = await fullSession(db, { capacity: 3, waiting: 0 })
      await Promise.all([give('A', to('B')), give('B', to('A'))])
      const stands = (await full.standings()).match(/signed-up/g)
      expect(stands?.length).toBe(2)
    }
  }, 60_000)
})

test('who handed their place over can sign up again, as somebody new', async () => {
  await give('A')
  const result = await full.signUp('A')
  expect(result).toMatchObject({ ok: true, value: { waits: true } })
  const back = await rowOf('a@example.nl')
  expect(back).toMatchObject({ handedOverToId: null, cancelledAt: null })
  expect(back.answers).toHaveLength(3)
  expect((await rowOf('kim@example.nl')).answers).toHaveLength(3)
})
