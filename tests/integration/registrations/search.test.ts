import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listRegisteredMunicipalities, listRegistrations } from '@/lib/registrations/queries'
import { defaultSearch, searchFromQuery } from '@/lib/registrations/rules'
import { type RegistrationSearch, registrationSortKeys } from '@/lib/registrations/schema'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { addManyRegistrations } from '@/tests/support/fixtures/many-registrations'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'
import { naughtyStrings } from '@/tests/support/hostile-input/naughty-strings'

let database: TestDatabase
let largeSessionId = ''
let smallSessionId = ''
beforeAll(async () => {
  database = await createTestDatabase()
  const large = await createTestSession(database.db)
  largeSessionId = large.id
  await addManyRegistrations(database.db, large, { count: 5_000, from: new Date('2022-09-20T09:00:00Z') })
  smallSessionId = (await createTestSession(database.db)).id
  await addParticipant(database.db, smallSessionId, { name: 'Álvaro 100% zeker', email: 'a_b@example.nl' })
  await addParticipant(database.db, smallSessionId, { name: 'anna voorbeeld 2', askedBeforeDeadline: false })
  await addParticipant(database.db, smallSessionId, { name: 'Anna Voorbeeld 10', email: 'axb@example.nl' })
  const gone = await addParticipant(database.db, smallSessionId, { name: 'Zoë Afgemeld' })
  await database.db.registration.update({ where: { id: gone.id }, data: { cancelledAt: new Date() } })
})
afterAll(() => database.drop())

async function find(sessionId: string, asked: Partial<RegistrationSearch>) {
  const { total, rows } = await listRegistrations(sessionId, { ...defaultSearch, ...asked }, 1)
  return { total, names: rows.map(({ name }) => name) }
}
const total = async (asked: Partial<RegistrationSearch>) => (await find(largeSessionId, asked)).total

describe('looking for words', () => {
  test.each([
    ['a name', 'voorbeeld 4711', 'Voorbeeld 4711'],
    ['an address', 'VOORBEELD4711@example', 'Voorbeeld 4711'],
    ['a word in an answer', 'zevenblad', 'Voorbeeld 7'],
  ])('finds %s', async (_, text, name) => expect((await find(largeSessionId, { text })).names).toEqual([name]))

  test('finds a gemeente by how it is called, and another organisation', async () => {
    expect(await total({ text: 'den haag' })).toBe(await total({ place: 'GM0518' }))
    expect(await total({ text: 'stichting' })).toBe(1_000)
  })

  test('wants every word, each somewhere', async () => {
    expect(await find(largeSessionId, { text: 'zevenblad beleidsadviseur' })).toMatchObject({ total: 0 })
    expect(await find(largeSessionId, { text: 'zevenblad projectleider' })).toMatchObject({ total: 1 })
  })

  test('takes what stands between quotes for one word', async () => {
    expect(await total({ text: '"voorbeeld 47"' })).toBe(111)
    expect((await find(largeSessionId, { text: 'zevenblad "tijd is"' })).names).toEqual(['Voorbeeld 7'])
    expect((await find(largeSessionId, { text: '"is tijd"' })).total).toBe(0)
    expect((await find(smallSessionId, { text: '"' })).total).toBe(0)
  })

  test('takes a percent sign and an underscore for what they are', async () => {
    expect((await find(smallSessionId, { text: '100%' })).names).toEqual(['Álvaro 100% zeker'])
    expect((await find(smallSessionId, { text: 'a_b@' })).names).toEqual(['Álvaro 100% zeker'])
    expect((await find(smallSessionId, { text: '%' })).total).toBe(1)
    expect((await find(smallSessionId, { text: '\\' })).total).toBe(0)
  })

  test.each(naughtyStrings.map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
    'gives an answer for %s, and not more than there are',
    async (_, text) => {
      const { total } = await listRegistrations(smallSessionId, searchFromQuery({ zoek: text }), 1)
      expect(total).toBeLessThanOrEqual(3)
    },
  )
})

describe('choosing', () => {
  test.each<[Partial<RegistrationSearch>, number]>([
    [{ question: 'in-time' }, 2_500],
    [{ question: 'later' }, 2_500],
    [{ place: 'other' }, 1_000],
    [{ contact: 'email' }, 2_500],
    [{ contact: 'phone' }, 0],
    [{ tookPart: 'yes' }, 1_250],
    [{ tookPart: 'no' }, 3_750],
    [{ state: 'cancelled' }, 0],
    [{ state: 'all' }, 5_000],
    [{ question: 'in-time', place: 'other', tookPart: 'yes' }, 125],
  ])('%o gives %i of the 5,000', async (asked, count) => expect(await total(asked)).toBe(count))

  test('a province holds its own gemeenten, and one that is none holds nobody', async () => {
    const all = await Promise.all(['Flevoland', 'Utrecht', 'Nergens'].map((province) => total({ province })))
    expect(all[0]).toBeGreaterThan(0)
    expect(all[2]).toBe(0)
    expect(await total({ province: 'Flevoland', place: 'GM0344' })).toBe(0)
  })

  test('who cancelled is only there when asked for', async () => {
    expect((await find(smallSessionId, {})).names).not.toContain('Zoë Afgemeld')
    expect((await find(smallSessionId, { state: 'cancelled' })).names).toEqual(['Zoë Afgemeld'])
    expect((await find(smallSessionId, { state: 'all' })).total).toBe(4)
  })

  test('the gemeenten to choose from are those that somebody came from', async () => {
    expect(await listRegisteredMunicipalities(smallSessionId)).toEqual([
      expect.objectContaining({ value: 'GM0344', label: 'Utrecht' }),
    ])
  })
})

describe('sorting', () => {
  test('follows Dutch names: accents and capitals aside, numbers as numbers', async () => {
    const names = ['Álvaro 100% zeker', 'anna voorbeeld 2', 'Anna Voorbeeld 10']
    expect((await find(smallSessionId, { order: 'name' })).names).toEqual(names)
    expect((await find(smallSessionId, { order: '-name' })).names).toEqual(names.toReversed())
  })

  test('by gemeente goes by how it is called: Den Haag under the D', async () => {
    const { rows } = await listRegistrations(largeSessionId, { ...defaultSearch, order: 'place' }, 1)
    const places = rows.map(({ workplace }) => workplace)
    expect(places[0]).toBe('Aa en Hunze')
    expect(places).toEqual(places.toSorted(new Intl.Collator('nl', { numeric: true }).compare))
  })

  test.each(registrationSortKeys.flatMap((by) => [by, `-${by}` as const]))(
    'by %s gives everybody once over all pages',
    async (order) => {
      const seen = new Set<string>()
      for (const page of [1, 2, 50, 99, 100]) {
        const { rows, pages } = await listRegistrations(largeSessionId, { ...defaultSearch, order }, page)
        expect([rows.length, pages]).toEqual([50, 100])
        for (const { id } of rows) seen.add(id)
      }
      expect(seen.size).toBe(250)
    },
  )
})

/** The whole page may take 200 ms on a quiet machine; tests run beside each other, so the middle of five counts, with room. */
test.each<[string, Partial<RegistrationSearch>, number]>([
  ['everybody', {}, 1],
  ['the last page by gemeente', { order: '-place' }, 100],
  ['a word that is in no answer', { text: 'nergens' }, 1],
  ['five words that are in every answer', { text: 'zoeken manier collega verder tijd' }, 1],
  ['a province, by name', { province: 'Gelderland', order: 'name' }, 2],
])('5,000 sign-ups are quick to read: %s', async (_, asked, page) => {
  const took: number[] = []
  for (let time = 0; time < 5; time += 1) {
    const start = performance.now()
    await listRegistrations(largeSessionId, { ...defaultSearch, ...asked }, page)
    took.push(performance.now() - start)
  }
  if (process.env.SHOW_TIMES) process.stdout.write(`${JSON.stringify(asked)} ${took.map(Math.round)} ms\n`)
  expect(took.toSorted((one, other) => one - other)[2]).toBeLessThan(1_000)
})
