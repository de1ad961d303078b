import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, addMonths } from '@/lib/platform/time'
import { dataRegister, type RetentionClass } from '@/lib/privacy/data-register'
import { nonPersonalColumns } from '@/lib/privacy/non-personal-columns'
import { purgeSteps, runPurgeJob } from '@/lib/privacy/purge-job'
import { namesPurgeAt, needsPurgeAt } from '@/lib/privacy/rules'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
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
  trail: new Date(addMonths(endsAt, periods.auditLogMonths).getTime() + 60_000),
}
/** From which of these moments on nothing with a term is there any more; what has none always stays. */
const purgedAt: Record<RetentionClass, Date | null> = {
  shortLived: moments.nextDay,
  needs: moments.needs,
  names: moments.names,
  auditLog: moments.trail,
  account: moments.trail,
  redacted: null,
  permanent: null,
}

/** The term of a column; null for one that tells nothing of anybody. Fails for one that nobody thought of. */
function retentionOf(column: string): RetentionClass | null {
  const field = Object.values(dataRegister).find(({ columns }) => columns.some((each) => each === column))
  if (field) return field.retention
  const [table = '', name = ''] = column.split('.')
  if (nonPersonalColumns[table]?.includes(name)) return null
  throw new Error(`nobody said how long ${column} is kept`)
}

let database: TestDatabase
let mailDir: string
let canaries: Canary[]
beforeEach(async () => {
  database = await createTestDatabase()
  mailDir = await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-'))
  const { customMessageMailId, confirmationId } = await seedEveryTable(database.db, endsAt)
  canaries = await plantCanaries(database.db)
  await writeMailFile(mailDir, customMessageMailId, {
    date: endsAt,
    text: 'Dag Merkwaardig Voorbeeld merk-message-html!',
  })
  await writeMailFile(mailDir, confirmationId, { date: endsAt, text: 'Dag Vroeger Voorbeeld merk-registration-needs!' })
})
afterEach(async () => {
  await rm(mailDir, { recursive: true })
  await database.drop()
})

/** The columns of which something stands at `now` that should not, and those of which all is gone and should not be. */
async function findRetentionErrors(now: Date) {
  const everything = await dumpDatabaseAndFiles(database.db, mailDir)
  const isDue = (canary: Canary) => {
    const retention = retentionOf(canary.column)
    const purgeAt = retention && purgedAt[retention]
    return purgeAt ? purgeAt <= now : false
  }
  const personal = canaries.filter(({ column }) => retentionOf(column))
  return {
    left: personal.filter((mark) => isDue(mark) && containsCanary(everything, mark)).map(({ column }) => column),
    lost: personal.filter((mark) => !isDue(mark) && !containsCanary(everything, mark)).map(({ column }) => column),
  }
}
const purge = (now: Date) => runPurgeJob({ periods, mailDir, now })

describe('the erasing', () => {
  test('takes away what is due in every place, and nothing else', async () => {
    expect(canaries.length).toBeGreaterThan(90)
    for (const now of Object.values(moments)) {
      await purge(now)
      expect(await findRetentionErrors(now), now.toISOString()).toEqual({ left: [], lost: [] })
    }
  })

  test('comes a minute too early for nothing', async () => {
    for (const [before, now] of [
      [moments.nextDay, moments.needs],
      [moments.needs, moments.names],
    ] as const) {
      await purge(new Date(now.getTime() - 60_000))
      expect(await findRetentionErrors(before)).toEqual({ left: [], lost: [] })
    }
  })

  test('does the same done twice, by two at once, and all at once after a year', async () => {
    await Promise.all([purge(moments.trail), purge(moments.trail)])
    expect(await findRetentionErrors(moments.trail)).toEqual({ left: [], lost: [] })
    await purge(moments.trail)
    expect(await findRetentionErrors(moments.trail)).toEqual({ left: [], lost: [] })
    const entries = await database.db.auditEntry.findMany({ where: { action: 'namesPurged' } })
    expect(entries.map(({ actorType, details }) => ({ actorType, details }))).toEqual([
      { actorType: 'system', details: { count: 2 } },
    ])
  })

  test.each([
    ['needs', moments.needs],
    ['names', moments.trail],
    ['sessionMails', moments.trail],
    ['expired', moments.trail],
    ['auditLog', moments.trail],
    ['files', moments.trail],
  ] as const)('without its step %s leaves something, and this test sees it', async (left, now) => {
    for (const [name, step] of Object.entries(purgeSteps)) if (name !== left) await step({ periods, mailDir, now })
    expect((await findRetentionErrors(now)).left).not.toEqual([])
  })

  test('cannot miss a new column: nobody said how long that is kept', async () => {
    await database.db.$executeRaw`ALTER TABLE "Registration" ADD COLUMN "shoeSize" TEXT`
    canaries = await plantCanaries(database.db)
    expect(canaries.map(({ column }) => column)).toContain('Registration.shoeSize')
    await expect(findRetentionErrors(moments.names)).rejects.toThrow('Registration.shoeSize')
  })

  test('leaves a kennissessie that is later, its mail, and files of others alone', async () => {
    const { db } = database
    const later = await createTestSession(db, { endsAt: addDays(endsAt, 80), startsAt: addDays(endsAt, 79) })
    const { id, email } = await addParticipant(db, later.id, { name: 'Later Voorbeeld' })
    const mail = {
      kind: 'confirmation',
      dedupeKey: 'later',
      sessionId: later.id,
      registrationId: id,
      html: 'Dag Later',
      text: 'x',
    }
    const { id: messageId } = await db.message.create({
      data: { ...mail, createdAt: endsAt, dueAt: endsAt, sentAt: endsAt },
    })
    await writeMailFile(mailDir, messageId, { date: endsAt, text: 'Dag Later' })
    await writeFile(path.join(mailDir, 'lees-mij.txt'), 'Niet van ons')
    await purge(moments.names)
    expect(await db.registration.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: 'Later Voorbeeld', email })
    expect(await db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({ html: 'Dag Later' })
    const files = await readdir(mailDir)
    expect(files).toHaveLength(2)
    expect(files).toContain('lees-mij.txt')
  })
})
