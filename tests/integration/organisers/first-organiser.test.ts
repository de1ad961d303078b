import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createFirstOrganiser, ensureOrganiserFromEnv, insertFirstOrganiser } from '@/lib/organisers/commands'
import { firstOrganiserLink, isFirstOrganiserKey } from '@/lib/organisers/first-organiser-link'
import { logIn } from '@/lib/organisers/login'
import { findAnyOrganiser } from '@/lib/organisers/queries'
import { sign } from '@/lib/platform/tokens'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'

const now = new Date('2022-10-01T08:00:00Z')
const ip = '192.0.2.1'
const password = 'een goed wachtwoord'
const organiser = (number = 1) => ({ name: `Voorbeeld ${number}`, email: `voorbeeld${number}@example.nl`, password })
// As many as the pool has connections: all of them stand at the lock, none waits outside the database.
const tenOrganisers = Array.from({ length: 10 }, (_, index) => organiser(index))

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  await database.db.organiser.deleteMany()
  await database.db.auditEntry.deleteMany()
})
afterAll(() => database.drop())

test('makes the first organiser, who can log in, with its entry in the trail', async () => {
  expect(await findAnyOrganiser()).toBeNull()
  const made = await createFirstOrganiser(organiser(), { now })
  expect(made).toMatchObject({ ok: true })
  expect(await findAnyOrganiser()).not.toBeNull()
  expect(await logIn({ ...organiser(), ip })).toMatchObject({ ok: true })
  const [entry, ...more] = await database.db.auditEntry.findMany()
  expect(more).toEqual([])
  expect(entry).toMatchObject({ action: 'organiserCreated', subjectType: 'organiser', at: now })
  expect(made.ok && made.value.id).toBe(entry?.subjectId)
})

test('stores no password, only a hash of it', async () => {
  await createFirstOrganiser(organiser(), { now })
  expect(JSON.stringify(await database.db.account.findMany())).not.toContain(password)
})

test.each(['once', 'and once more'])('of ten at the same time exactly one becomes the first, %s', async () => {
  const results = await Promise.all(tenOrganisers.map((input) => createFirstOrganiser(input, { now })))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok && result.reason === 'exists')).toHaveLength(9)
  expect(await database.db.organiser.count()).toBe(1)
  expect(await database.db.auditEntry.count()).toBe(1)
})

test('without taking turns several become the first: the check above can fail', async () => {
  await Promise.all(
    tenOrganisers.map((input) => database.db.$transaction((tx) => insertFirstOrganiser(tx, input, now))),
  )
  expect(await database.db.organiser.count()).toBeGreaterThan(1)
})

test('the link holds a key that is ours, and no other key is', () => {
  const link = new URL(firstOrganiserLink())
  expect(link.pathname).toBe('/beheer/eerste-organisator')
  const key = link.searchParams.get('sleutel') ?? ''
  expect(isFirstOrganiserKey(key)).toBe(true)
  const forged = sign('signed-up', 'first-organiser')
  for (const other of ['', 'x', '.', `${key}x`, key.slice(1), sign('first-organiser', 'other'), forged]) {
    expect(isFirstOrganiserKey(other)).toBe(false)
  }
})

test('the organiser of the environment is made once, and can log in', async () => {
  const settings = { email: ' Start@Example.NL', password }
  const starts = await Promise.all(Array.from({ length: 10 }, () => ensureOrganiserFromEnv(settings, { now })))
  expect(starts.filter(({ created }) => created)).toHaveLength(1)
  expect(await logIn({ email: 'start@example.nl', password, ip })).toMatchObject({ ok: true })
  expect(await database.db.auditEntry.count()).toBe(1)
})

test('when that address exists nothing of it changes', async () => {
  await createFirstOrganiser(organiser(), { now })
  const before = await database.db.organiser.findMany({ include: { accounts: true } })
  const again = await ensureOrganiserFromEnv(
    { email: organiser().email, password: 'een ander wachtwoord' },
    { now: new Date() },
  )
  expect(again).toEqual({ created: false })
  expect(await database.db.organiser.findMany({ include: { accounts: true } })).toEqual(before)
})

test('the organiser of the environment comes beside others that are there', async () => {
  await createFirstOrganiser(organiser(), { now })
  expect(await ensureOrganiserFromEnv({ email: 'start@example.nl', password }, { now })).toEqual({ created: true })
  expect(await database.db.organiser.count()).toBe(2)
})
