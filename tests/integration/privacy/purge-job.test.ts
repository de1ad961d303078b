import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, addMonths } from '@/lib/platform/time'
import { dataRegister, type RetentionClass } from '@/lib/privacy/data-register'
import { purgeSteps, runPurgeJob } from '@/lib/privacy/purge-job'
import { namesPurgeAt, needsPurgeAt } from '@/lib/privacy/rules'
import { nonPersonalColumns, qualifiedColumns } from '@/tests/support/database/personal-columns'
import { adoptDatabase, createMigratedDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession, sessionTimes2022 } from '@/tests/support/fixtures/session'
import { type Canary, containsCanary, dumpDatabaseAndFiles, plantCanaries } from './canaries'
import { seedEveryTable, writeMailFile } from './seed-every-table'

const periods = { needsDays: 28, namesMonths: 3, auditLogMonths: 12 }
const { endsAt } = sessionTimes2022
const dates = { endsAt, cancelledAt: null }
const moments = {
  before: endsAt,
  nextDay: addDays(endsAt, 1),
  needs: needsPurgeAt(dates, periods),
  names: namesPurgeAt(dates, periods),
  auditLog: new Date(addMonths(endsAt, periods.auditLogMonths).getTime() + 60_000),
}
/** When data of a retention class is gone. Data of a class with `null` always stays. */
const purgedAt: Record<RetentionClass, Date | null> = {
  shortLived: moments.nextDay,
  needs: moments.needs,
  names: moments.names,
  auditLog: moments.auditLog,
  account: moments.auditLog,
  redacted: null,
  permanent: null,
}

/** Retention class of a column, or `null` if it is not personal. Throws for an unregistered column. */
function retentionOf(column: string): RetentionClass | null {
  const category = Object.values(dataRegister).find(({ columns }) => qualifiedColumns(columns).includes(column))
  if (category) return category.retention
  if (qualifiedColumns(nonPersonalColumns).includes(column)) return null
  throw new Error(`${column} is not in the data register`)
}

let database: TestDatabase
let mailDir: string
let canaries: Canary[]
beforeEach(async () => {
  database = adoptDatabase(await createMigratedDatabase())
  mailDir = await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-'))
  const { customMessageMailId, confirmationId } = await seedEveryTable(database.db, endsAt)
  canaries = await plantCanaries(database.db)
  await writeMailFile(mailDir, customMessageMailId, {
    date: endsAt,
    text: 'Dag Merkwaardig Voorbeeld merk-messagecontent-html!',
  })
  await writeMailFile(mailDir, confirmationId, { date: endsAt, text: 'Dag Vroeger Voorbeeld merk-registration-needs!' })
})
afterEach(async () => {
  await rm(mailDir, { recursive: true })
  await database.drop()
})

/** Columns that still hold data at `now` although it is due, and columns that lost data too early. */
async function findRetentionErrors(now: Date) {
  const everything = await dumpDatabaseAndFiles(database.db, mailDir)
  const isDue = (canary: Canary) => {
    const retention = retentionOf(canary.column)
    const purgeAt = retention && purgedAt[retention]
    return purgeAt ? purgeAt <= now : false
  }
  const personal = canaries.filter(({ column }) => retentionOf(column))
  return {
    left: personal.filter((canary) => isDue(canary) && containsCanary(everything, canary)).map(({ column }) => column),
    lost: personal
      .filter((canary) => !isDue(canary) && !containsCanary(everything, canary))
      .map(({ column }) => column),
  }
}
const purge = (now: Date) => runPurgeJob({ periods, mailDir, now })

describe('runPurgeJob', () => {
  test('erases what is due in every table and file, and nothing else', async () => {
    expect(canaries.length).toBeGreaterThan(85)
    for (const now of Object.values(moments)) {
      await purge(now)
      expect(await findRetentionErrors(now), now.toISOString()).toEqual({ left: [], lost: [] })
    }
  })

  test('erases nothing one minute before it is due', async () => {
    for (const [before, now] of [
      [moments.nextDay, moments.needs],
      [moments.needs, moments.names],
    ] as const) {
      await purge(new Date(now.getTime() - 60_000))
      expect(await findRetentionErrors(before)).toEqual({ left: [], lost: [] })
    }
  })

  test('gives the same result when run twice, concurrently, or for the first time after a year', async () => {
    await Promise.all([purge(moments.auditLog), purge(moments.auditLog)])
    expect(await findRetentionErrors(moments.auditLog)).toEqual({ left: [], lost: [] })
    await purge(moments.auditLog)
    expect(await findRetentionErrors(moments.auditLog)).toEqual({ left: [], lost: [] })
    const entries = await database.db.auditEntry.findMany({ where: { action: 'namesPurged' } })
    expect(entries.map(({ actorType, details }) => ({ actorType, details }))).toEqual([
      { actorType: 'system', details: { count: 2 } },
    ])
  })

  test.each([
    ['needs', moments.needs],
    ['names', moments.auditLog],
    ['sessionTexts', moments.auditLog],
    ['expired', moments.auditLog],
    ['auditLog', moments.auditLog],
    ['files', moments.auditLog],
  ] as const)('leaves personal data, which this test detects, without the step %s', async (omitted, now) => {
    for (const [name, step] of Object.entries(purgeSteps)) if (name !== omitted) await step({ periods, mailDir, now })
    expect((await findRetentionErrors(now)).left).not.toEqual([])
  })

  test('makes this test fail for a new column that is not in the data register', async () => {
    await database.db.$executeRaw`ALTER TABLE "Registration" ADD COLUMN "shoeSize" TEXT`
    canaries = await plantCanaries(database.db)
    expect(canaries.map(({ column }) => column)).toContain('Registration.shoeSize')
    await expect(findRetentionErrors(moments.names)).rejects.toThrow('Registration.shoeSize')
  })

  test('keeps a later session, its mail and unrelated files', async () => {
    const { db } = database
    const later = await createTestSession(db, { endsAt: addDays(endsAt, 80), startsAt: addDays(endsAt, 79) })
    const { id, email } = await addParticipant(db, later.id, { name: 'Later Voorbeeld' })
    const mail = {
      kind: 'confirmation' as const,
      dedupeKey: 'later',
      sessionId: later.id,
      registrationId: id,
      content: { create: { renderedAt: endsAt, html: 'Dag Later', text: 'x' } },
    }
    const { id: messageId } = await db.message.create({
      data: { ...mail, createdAt: endsAt, dueAt: endsAt, sentAt: endsAt },
    })
    await writeMailFile(mailDir, messageId, { date: endsAt, text: 'Dag Later' })
    await writeFile(path.join(mailDir, 'lees-mij.txt'), 'Niet van ons')
    await purge(moments.names)
    expect(await db.registration.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: 'Later Voorbeeld', email })
    expect(await db.messageContent.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({ html: 'Dag Later' })
    const files = await readdir(mailDir)
    expect(files).toHaveLength(2)
    expect(files).toContain('lees-mij.txt')
  })
})
