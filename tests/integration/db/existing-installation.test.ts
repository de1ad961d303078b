import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { migrate } from '@/lib/db/migrate'
import { runScheduler } from '@/lib/notifications/scheduler'
import { logIn } from '@/lib/organisers/login'
import { logInWithCode } from '@/lib/organisers/two-factor/challenge'
import { cookieHeader } from '@/tests/integration/organisers/organiser-fixtures'
import { differences, expectedRows, type Row, type Rows } from '@/tests/support/database/row-mapping'
import { readKeys, readRows, runSql } from '@/tests/support/database/rows'
import { adoptDatabase, createEmptyDatabase } from '@/tests/support/database/test-database'
import { totp } from '@/tests/support/fixtures/totp'
import { addSeconds, deliverAllDue } from '@/tests/support/outbox'
import { startSmtpForFile } from '@/tests/support/servers/smtp-for-file'
import { arrivedMail, personalLink, placeholders, placeholdersIn, storedMail } from './existing-installation-mail'
import { mapping } from './existing-installation-mapping'

// An installation with rows of every kind is upgraded: the migrations of its time, its rows, then all newer migrations.
const migrationsDir = 'prisma/migrations'
const lastMigration = '20261129010000_asked_later'
const fixture = 'tests/fixtures/installation-before-renaming.sql'
/** The last moment of the fixture. What was due is due, and one worker still holds its messages for forty seconds. */
const stoppedAt = new Date('2026-12-01T10:00:00Z')

const database = adoptDatabase(await createEmptyDatabase())
afterAll(() => database.drop())
const { url } = database
await migrateToFixture()
await runSql(url, await readFile(fixture, 'utf8'))
const before = await readRows(url)
const applied = await migrate(url, { now: stoppedAt })
const after = await readRows(url)

async function migrateToFixture(): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'aanschuif-migrations-'))
  const names = (await readdir(migrationsDir)).filter((name) => name <= lastMigration)
  for (const name of names) await cp(path.join(migrationsDir, name), path.join(dir, name), { recursive: true })
  await migrate(url, { dir, now: stoppedAt })
  await rm(dir, { recursive: true })
}

const withoutHistory = ({ _prisma_migrations: _, ...rows }: Rows): Rows => rows
const rowsOf = (rows: Rows, table: string): Row[] => rows[table] ?? []

describe('the fixture', () => {
  test('has a row in every table and a value in every column', () => {
    const empty = Object.entries(before).flatMap(([table, rows]) => {
      if (rows.length === 0) return [table]
      return Object.keys(rows[0] ?? {}).filter((column) => rows.every((row) => row[column] === null))
    })
    expect(empty).toEqual([])
  })

  test('has an unsent, rendered mail for every kind of personal link', () => {
    const found = new Set(halfWay().flatMap(placeholdersIn))
    expect([...found].sort()).toEqual([...placeholders].sort())
  })
})

describe('migrating an existing installation', () => {
  test('keeps every value of every row, as the mapping says', async () => {
    const expected = expectedRows(withoutHistory(before), mapping)
    expect(differences(expected, withoutHistory(after), await readKeys(url))).toEqual([])
  })

  test('keeps the record of earlier migrations and adds the newer ones', () => {
    const earlier = rowsOf(before, '_prisma_migrations')
    const recorded = rowsOf(after, '_prisma_migrations')
    expect(recorded).toEqual(expect.arrayContaining(earlier))
    const known = new Set(earlier.map(({ id }) => id))
    const added = recorded.filter(({ id }) => !known.has(id)).map(({ migration_name: name }) => name)
    expect(added.sort()).toEqual(applied)
  })
})

/** The messages that still have to go out at `stoppedAt`; `claimed` tells those of the worker that died a moment ago. */
function unsent({ claimed }: { claimed: boolean }): Row[] {
  return rowsOf(before, 'Message').filter(
    ({ sentAt, failedAt, droppedAt, dueAt, claimedUntil }) =>
      !sentAt && !failedAt && !droppedAt && isPast(dueAt) && claimed === Boolean(claimedUntil && !isPast(claimedUntil)),
  )
}
/** Waiting messages that make no sense any more: cancelled registration, seat taken, older release, redacted person. */
const obsolete = ['0898', '0899', '089a', '089b'].map((end) => `00000000-0000-4000-8000-00000000${end}`)
const isPast = (instant: unknown) => new Date(String(instant)) <= stoppedAt
/** Rendered at an earlier attempt; without its content it has to be rendered again. */
const isRendered = ({ frozenAt, html }: Row) => Boolean(frozenAt && html)
const halfWay = () => [true, false].flatMap((claimed) => unsent({ claimed })).filter(isRendered)
const idsOf = (messages: { id: string }[]) => messages.map(({ id }) => id)
const keysOf = (messages: { dedupeKey: string | null }[]) => messages.map(({ dedupeKey }) => dedupeKey).sort()
const messageIdOf = ({ id }: Row) => `<${id}@example.nl>`

const { smtp, transport } = await startSmtpForFile()

describe('the worker on the migrated database', () => {
  test('does not enqueue the scheduled mails that are in the outbox again', async () => {
    await runScheduler(stoppedAt)
    expect(differences(after, await readRows(url), await readKeys(url))).toEqual([])
  })

  test('does enqueue them under the same keys when they are not in the outbox', async () => {
    const { message, messageContent } = database.db
    const scheduled = () => message.findMany({ where: { dedupeKey: { startsWith: 'planned:' }, sentAt: null } })
    const waiting = await scheduled()
    const contents = await messageContent.findMany({ where: { id: { in: idsOf(waiting) } } })
    expect(new Set(waiting.map(({ kind }) => kind)).size).toBe(5)
    await message.deleteMany({ where: { id: { in: idsOf(waiting) } } })
    await runScheduler(stoppedAt)
    const again = await scheduled()
    await message.deleteMany({ where: { id: { in: idsOf(again) } } })
    await message.createMany({ data: waiting.map((row) => ({ ...row, details: row.details ?? undefined })) })
    await messageContent.createMany({ data: contents })
    expect(keysOf(again)).toEqual(keysOf(waiting))
    expect(differences(after, await readRows(url), await readKeys(url))).toEqual([])
  })

  test('sends each waiting message once, and none that was sent, failed, cancelled or obsolete', async () => {
    const due = unsent({ claimed: false }).filter(({ id }) => !obsolete.includes(String(id)))
    await deliverAllDue(transport, stoppedAt)
    expect(smtp.received.map(({ messageId }) => messageId).sort()).toEqual(due.map(messageIdOf).sort())
  })

  test('renders the messages that had not been rendered and fills in their personal links', async () => {
    const fresh = unsent({ claimed: false }).filter((row) => !isRendered(row) && !obsolete.includes(String(row.id)))
    expect(fresh.length).toBeGreaterThan(10)
    for (const message of fresh) {
      const { subject, html, text } = await arrivedMail(received(message))
      expect(subject).not.toBe('')
      for (const body of [html, text]) expect(body).not.toMatch(/persoonlijke-link\.invalid|undefined|^$/)
      if (message.registrationId) expect(text).toContain(personalLink(before, message, 'aanmelding'))
    }
  })

  test('sends what a worker that died still held once its lease ends', async () => {
    const held = unsent({ claimed: true })
    expect(held.map(isRendered).sort()).toEqual([false, true])
    const earlier = smtp.received.length
    await deliverAllDue(transport, addSeconds(stoppedAt, 60))
    const sent = smtp.received.slice(earlier).map(({ messageId }) => messageId)
    expect(sent.sort()).toEqual(held.map(messageIdOf).sort())
  })

  test('sends a message that had been rendered and tried with exactly its stored content', async () => {
    const messages = halfWay()
    expect(messages.length).toBeGreaterThan(8)
    for (const message of messages) expect(await arrivedMail(received(message))).toEqual(storedMail(before, message))
  })

  function received(message: Row) {
    const mail = smtp.received.find(({ messageId }) => messageId === messageIdOf(message))
    if (!mail) throw new Error(`message ${message.id} did not arrive`)
    return mail
  }
})

test('an organiser of the existing installation logs in with password and authenticator code', async () => {
  const ip = '192.0.2.9'
  const login = await logIn({ email: 'bram@example.nl', password: 'een goed wachtwoord', ip }, { now: new Date() })
  if (login.ok || login.reason !== 'code') throw new Error('no code was asked')
  const headers = new Headers({ cookie: cookieHeader(login.cookies) })
  const code = totp('PJHW24ZUGRTDSTBTOA2S2X2SJM4F643THFFXEYK2IJAUYNKLNJRA', new Date())
  expect(await logInWithCode({ code, headers, ip }, { now: new Date() })).toMatchObject({ ok: true })
})
