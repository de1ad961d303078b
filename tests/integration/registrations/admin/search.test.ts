import { beforeAll, describe, expect, test } from 'vitest'
import { listRegisteredMunicipalities, listRegistrations } from '@/lib/registrations/admin/search'
import {
  defaultSearch,
  type RegistrationSearch,
  registrationSortKeys,
  searchFromQuery,
} from '@/lib/registrations/admin/search-params'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addManyRegistrations } from '@/tests/support/fixtures/many-registrations'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'
import { naughtyStrings } from '@/tests/support/hostile-input/naughty-strings'

const { db } = await createTestDatabase()
let largeSessionId = ''
let smallSessionId = ''
let foldedSessionId = ''
beforeAll(async () => {
  const large = await createTestSession(db)
  largeSessionId = large.id
  await addManyRegistrations(db, large, { count: 5_000, from: new Date('2022-09-20T09:00:00Z') })
  smallSessionId = (await createTestSession(db)).id
  foldedSessionId = (await createTestSession(db)).id
  const jose = await addParticipant(db, foldedSessionId, { name: 'José Núñez-de Vries' })
  await db.registration.update({ where: { id: jose.id }, data: { phone: '06 - 1234 5678', contactWish: 'phone' } })
  const other = await addParticipant(db, foldedSessionId, { name: 'Ĳsbrand d’Arc Ørsted' })
  await db.registration.update({ where: { id: other.id }, data: { municipalityCode: 'GM0796' } })
  const [question] = await db.question.findMany({ where: { sessionId: foldedSessionId } })
  await db.answer.create({
    data: { registrationId: other.id, questionId: question?.id ?? '', text: 'Bel +31 (0)20 624.11.11, na 9 uur' },
  })
  await addParticipant(db, smallSessionId, { name: 'Álvaro 100% zeker', email: 'a_b@example.nl' })
  await addParticipant(db, smallSessionId, { name: 'anna voorbeeld 2', askedBeforeDeadline: false })
  await addParticipant(db, smallSessionId, { name: 'Anna Voorbeeld 10', email: 'axb@example.nl' })
  const cancelled = await addParticipant(db, smallSessionId, { name: 'Zoë Afgemeld' })
  await db.registration.update({ where: { id: cancelled.id }, data: { cancelledAt: new Date() } })
})

async function find(sessionId: string, search: Partial<RegistrationSearch>) {
  const { total, rows } = await listRegistrations(sessionId, { ...defaultSearch, ...search }, 1)
  return { total, names: rows.map(({ name }) => name) }
}
const total = async (search: Partial<RegistrationSearch>) => (await find(largeSessionId, search)).total

describe('searching for words', () => {
  test.each([
    ['a name', 'voorbeeld 4711', 'Voorbeeld 4711'],
    ['an address', 'VOORBEELD4711@example', 'Voorbeeld 4711'],
    ['a word in an answer', 'zevenblad', 'Voorbeeld 7'],
  ])('finds %s', async (_, text, name) => expect((await find(largeSessionId, { text })).names).toEqual([name]))

  test('finds registrations by municipality name and by other organisation', async () => {
    expect(await total({ text: 'den haag' })).toBe(await total({ place: 'GM0518' }))
    expect(await total({ text: 'stichting' })).toBe(1_000)
  })

  test.each([
    ['jose', 'José Núñez-de Vries'],
    ['JOSÉ', 'José Núñez-de Vries'],
    ['nunez', 'José Núñez-de Vries'],
    ['nunezde', 'José Núñez-de Vries'],
    ["d'arc", 'Ĳsbrand d’Arc Ørsted'],
    ['darc', 'Ĳsbrand d’Arc Ørsted'],
    ['IJsbrand', 'Ĳsbrand d’Arc Ørsted'],
    ['ysbrand orsted', 'Ĳsbrand d’Arc Ørsted'],
    ['06-12 34', 'José Núñez-de Vries'],
    ['061234', 'José Núñez-de Vries'],
    ['+31 6 1234', 'José Núñez-de Vries'],
    ['0031(0)6 12345678', 'José Núñez-de Vries'],
    ['12345678', 'José Núñez-de Vries'],
    ['020 624 1111', 'Ĳsbrand d’Arc Ørsted'],
    ['"06 1234"', 'José Núñez-de Vries'],
  ])('finds however it is spelled: %s', async (text, name) => {
    expect((await find(foldedSessionId, { text })).names).toEqual([name])
  })

  test.each([
    ['s-hertogenbosch', 1],
    ['’s hertogenbosch', 1],
    ['den bosch', 1],
    ['06 99', 0],
    ['-', 0],
    ["'", 0],
  ])('finds by municipality or nothing: %s', async (text, count) => {
    expect((await find(foldedSessionId, { text })).total).toBe(count)
  })

  test('requires every word, in any field', async () => {
    expect(await find(largeSessionId, { text: 'zevenblad beleidsadviseur' })).toMatchObject({ total: 0 })
    expect(await find(largeSessionId, { text: 'zevenblad projectleider' })).toMatchObject({ total: 1 })
  })

  test('treats quoted text as one word', async () => {
    expect(await total({ text: '"voorbeeld 47"' })).toBe(111)
    expect((await find(largeSessionId, { text: 'zevenblad "tijd is"' })).names).toEqual(['Voorbeeld 7'])
    expect((await find(largeSessionId, { text: '"is tijd"' })).total).toBe(0)
    expect((await find(smallSessionId, { text: '"' })).total).toBe(0)
  })

  test('treats percent signs, underscores and backslashes literally', async () => {
    expect((await find(smallSessionId, { text: '100%' })).names).toEqual(['Álvaro 100% zeker'])
    expect((await find(smallSessionId, { text: 'a_b@' })).names).toEqual(['Álvaro 100% zeker'])
    expect((await find(smallSessionId, { text: '%' })).total).toBe(1)
    expect((await find(smallSessionId, { text: '\\' })).total).toBe(0)
  })

  test.each(naughtyStrings.map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
    'does not fail on %s',
    async (_, text) => {
      const { total } = await listRegistrations(smallSessionId, searchFromQuery({ zoek: text }), 1)
      expect(total).toBeLessThanOrEqual(3)
    },
  )
})

describe('filtering', () => {
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
  ])('by %o finds %i of 5,000 registrations', async (search, count) => expect(await total(search)).toBe(count))

  test('by province finds its own municipalities, and none for an unknown province', async () => {
    const all = await Promise.all(['Flevoland', 'Utrecht', 'Nergens'].map((province) => total({ province })))
    expect(all[0]).toBeGreaterThan(0)
    expect(all[2]).toBe(0)
    expect(await total({ province: 'Flevoland', place: 'GM0344' })).toBe(0)
  })

  test('by status finds cancelled registrations only when requested', async () => {
    expect((await find(smallSessionId, {})).names).not.toContain('Zoë Afgemeld')
    expect((await find(smallSessionId, { state: 'cancelled' })).names).toEqual(['Zoë Afgemeld'])
    expect((await find(smallSessionId, { state: 'all' })).total).toBe(4)
  })

  test('offers the municipalities of registrations as options', async () => {
    expect(await listRegisteredMunicipalities(smallSessionId)).toEqual([
      expect.objectContaining({ value: 'GM0344', label: 'Utrecht' }),
    ])
  })
})

describe('sorting', () => {
  test('by name ignores accents and capitals and compares numbers by value', async () => {
    const names = ['Álvaro 100% zeker', 'anna voorbeeld 2', 'Anna Voorbeeld 10']
    expect((await find(smallSessionId, { order: 'name' })).names).toEqual(names)
    expect((await find(smallSessionId, { order: '-name' })).names).toEqual(names.toReversed())
  })

  test('by municipality uses the common name', async () => {
    const { rows } = await listRegistrations(largeSessionId, { ...defaultSearch, order: 'place' }, 1)
    const places = rows.map(({ workplace }) => workplace)
    expect(places[0]).toBe('Aa en Hunze')
    expect(places).toEqual(places.toSorted(new Intl.Collator('nl', { numeric: true }).compare))
  })

  test.each(registrationSortKeys.flatMap((by) => [by, `-${by}` as const]))(
    'by %s lists each registration once over all pages',
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

/** The page may take 200 ms on an idle machine. Tests run concurrently, so the median of five has a wide margin. */
test.each<[string, Partial<RegistrationSearch>, number]>([
  ['all registrations', {}, 1],
  ['the last page by municipality', { order: '-place' }, 100],
  ['a word in no answer', { text: 'nergens' }, 1],
  ['five words in every answer', { text: 'zoeken manier collega verder tijd' }, 1],
  ['a province, by name', { province: 'Gelderland', order: 'name' }, 2],
])('listing 5,000 registrations stays fast for %s', async (_, search, page) => {
  const durations: number[] = []
  for (let time = 0; time < 5; time += 1) {
    const start = performance.now()
    await listRegistrations(largeSessionId, { ...defaultSearch, ...search }, page)
    durations.push(performance.now() - start)
  }
  if (process.env.SHOW_TIMES) process.stdout.write(`${JSON.stringify(search)} ${durations.map(Math.round)} ms\n`)
  expect(durations.toSorted((one, other) => one - other)[2]).toBeLessThan(1_000)
})
