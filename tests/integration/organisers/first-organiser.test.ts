import { afterEach, expect, test } from 'vitest'
import { firstOrganiserLink, isFirstOrganiserKey } from '@/lib/organisers/account-links'
import { createFirstOrganiser, ensureOrganiserFromEnv, insertFirstOrganiser } from '@/lib/organisers/commands'
import { logIn } from '@/lib/organisers/login'
import { findAnyOrganiser } from '@/lib/organisers/queries'
import { sign } from '@/lib/platform/tokens'
import { createTestDatabase } from '@/tests/support/database/test-database'

const now = new Date('2022-10-01T08:00:00Z')
const ip = '192.0.2.1'
const password = 'een goed wachtwoord'
const organiser = (number = 1) => ({ name: `Voorbeeld ${number}`, email: `voorbeeld${number}@example.nl`, password })
// As many as the pool has connections, so that all of them wait for the lock in the database.
const tenOrganisers = Array.from({ length: 10 }, (_, index) => organiser(index))

const { db } = await createTestDatabase()

afterEach(async () => {
  await db.organiser.deleteMany()
  await db.auditEntry.deleteMany()
})

test('createFirstOrganiser creates an organiser who can log in, with an audit entry', async () => {
  expect(await findAnyOrganiser()).toBeNull()
  const made = await createFirstOrganiser(organiser(), { now })
  expect(made).toMatchObject({ ok: true })
  expect(await findAnyOrganiser()).not.toBeNull()
  expect(await logIn({ ...organiser(), ip }, { now: new Date() })).toMatchObject({ ok: true })
  const [entry, ...more] = await db.auditEntry.findMany()
  expect(more).toEqual([])
  expect(entry).toMatchObject({ action: 'organiserCreated', subjectType: 'organiser', at: now })
  expect(made.ok && made.value.id).toBe(entry?.subjectId)
})

test('createFirstOrganiser stores a hash instead of the password', async () => {
  await createFirstOrganiser(organiser(), { now })
  expect(JSON.stringify(await db.account.findMany())).not.toContain(password)
})

test.each([1, 2])('createFirstOrganiser succeeds once for ten concurrent calls (round %i)', async () => {
  const results = await Promise.all(tenOrganisers.map((input) => createFirstOrganiser(input, { now })))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter((result) => !result.ok && result.reason === 'exists')).toHaveLength(9)
  expect(await db.organiser.count()).toBe(1)
  expect(await db.auditEntry.count()).toBe(1)
})

test('insertFirstOrganiser creates two organisers in overlapping transactions without the lock', async () => {
  const [first, second] = tenOrganisers.map(({ name, email }) => ({ name, email, passwordHash: '' }))
  if (!first || !second) throw new Error('two organisers are needed')
  await db.$transaction(async (tx) => {
    await insertFirstOrganiser(tx, first, now)
    await db.$transaction((overlapping) => insertFirstOrganiser(overlapping, second, now))
  })
  expect(await db.organiser.count()).toBe(2)
})

test('isFirstOrganiserKey accepts the key of the link and refuses any other key', () => {
  const link = new URL(firstOrganiserLink())
  expect(link.pathname).toBe('/beheer/eerste-organisator')
  const key = link.searchParams.get('sleutel') ?? ''
  expect(isFirstOrganiserKey(key)).toBe(true)
  const forged = sign('signed-up', 'first-organiser')
  for (const other of ['', 'x', '.', `${key}x`, key.slice(1), sign('first-organiser', 'other'), forged]) {
    expect(isFirstOrganiserKey(other)).toBe(false)
  }
})

test('ensureOrganiserFromEnv creates one organiser for concurrent starts, who can log in', async () => {
  const settings = { email: ' Start@Example.NL', password }
  const starts = await Promise.all(Array.from({ length: 10 }, () => ensureOrganiserFromEnv(settings, { now })))
  expect(starts.filter(({ created }) => created)).toHaveLength(1)
  expect(await logIn({ email: 'start@example.nl', password, ip }, { now: new Date() })).toMatchObject({ ok: true })
  expect(await db.auditEntry.count()).toBe(1)
})

test('ensureOrganiserFromEnv changes nothing if the address exists', async () => {
  await createFirstOrganiser(organiser(), { now })
  const before = await db.organiser.findMany({ include: { accounts: true } })
  const again = await ensureOrganiserFromEnv(
    { email: organiser().email, password: 'een ander wachtwoord' },
    { now: new Date() },
  )
  expect(again).toEqual({ created: false })
  expect(await db.organiser.findMany({ include: { accounts: true } })).toEqual(before)
})

test('ensureOrganiserFromEnv adds an organiser beside existing ones', async () => {
  await createFirstOrganiser(organiser(), { now })
  expect(await ensureOrganiserFromEnv({ email: 'start@example.nl', password }, { now })).toEqual({ created: true })
  expect(await db.organiser.count()).toBe(2)
})
