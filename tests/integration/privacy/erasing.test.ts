import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, addMonths } from '@/lib/platform/time'
import { eraseWhatIsDue, erasingSteps } from '@/lib/privacy/commands'
import { namesEraseAt, needsEraseAt } from '@/lib/privacy/rules'
import { personalFields, type Term } from '@/lib/privacy/schema-fields'
import { impersonalColumns } from '@/lib/privacy/schema-impersonal'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { addParticipant, makeSession, moments2022 } from '@/tests/support/sign-up'
import { holds, type Mark, markEverything, readEverything } from './marks'
import { addOneOfEverything, writeMailFile } from './one-of-everything'

const terms = { needsDays: 28, namesMonths: 3, trailMonths: 12 }
const { endsAt } = moments2022
const over = { endsAt, cancelledAt: null }
const moments = {
  before: endsAt,
  nextDay: addDays(endsAt, 1),
  needs: needsEraseAt(over, terms),
  names: namesEraseAt(over, terms),
  trail: new Date(addMonths(endsAt, terms.trailMonths).getTime() + 60_000),
}
/** From which of these moments on nothing with a term is there any more; what has none always stays. */
const goneAt: Record<Term, Date | null> = {
  brief: moments.nextDay,
  needs: moments.needs,
  names: moments.names,
  trail: moments.trail,
  account: moments.trail,
  nameless: null,
  stays: null,
}

/** The term of a column; null for one that tells nothing of anybody. Fails for one that nobody thought of. */
function termOf(column: string): Term | null {
  const field = Object.values(personalFields).find(({ columns }) => columns.some((each) => each === column))
  if (field) return field.kept
  const [table = '', name = ''] = column.split('.')
  if (impersonalColumns[table]?.includes(name)) return null
  throw new Error(`nobody said how long ${column} is kept`)
}

let database: TestDatabase
let mailDir: string
let marks: Mark[]
beforeEach(async () => {
  database = await createTestDatabase()
  mailDir = await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-'))
  const { letterMailId, confirmationId } = await addOneOfEverything(database.db, endsAt)
  marks = await markEverything(database.db)
  await writeMailFile(mailDir, letterMailId, { date: endsAt, text: 'Dag Merkwaardig Voorbeeld merk-message-html!' })
  await writeMailFile(mailDir, confirmationId, { date: endsAt, text: 'Dag Vroeger Voorbeeld merk-registration-needs!' })
})
afterEach(async () => {
  await rm(mailDir, { recursive: true })
  await database.drop()
})

/** The columns of which something stands at `now` that should not, and those of which all is gone and should not be. */
async function wrongAt(now: Date) {
  const everything = await readEverything(database.db, mailDir)
  const isDue = (mark: Mark) => {
    const term = termOf(mark.column)
    const at = term && goneAt[term]
    return at ? at <= now : false
  }
  const personal = marks.filter(({ column }) => termOf(column))
  return {
    left: personal.filter((mark) => isDue(mark) && holds(everything, mark)).map(({ column }) => column),
    lost: personal.filter((mark) => !isDue(mark) && !holds(everything, mark)).map(({ column }) => column),
  }
}
const erase = (now: Date) => eraseWhatIsDue({ terms, mailDir, now })

describe('the erasing', () => {
  test('takes away what is due in every place, and nothing else', async () => {
    expect(marks.length).toBeGreaterThan(90)
    for (const now of Object.values(moments)) {
      await erase(now)
      expect(await wrongAt(now), now.toISOString()).toEqual({ left: [], lost: [] })
    }
  })

  test('comes a minute too early for nothing', async () => {
    for (const [before, now] of [
      [moments.nextDay, moments.needs],
      [moments.needs, moments.names],
    ] as const) {
      await erase(new Date(now.getTime() - 60_000))
      expect(await wrongAt(before)).toEqual({ left: [], lost: [] })
    }
  })

  test('does the same done twice, by two at once, and all at once after a year', async () => {
    await Promise.all([erase(moments.trail), erase(moments.trail)])
    expect(await wrongAt(moments.trail)).toEqual({ left: [], lost: [] })
    await erase(moments.trail)
    expect(await wrongAt(moments.trail)).toEqual({ left: [], lost: [] })
    const entries = await database.db.auditEntry.findMany({ where: { action: 'privacy.names-erased' } })
    expect(entries.map(({ actor, details }) => ({ actor, details }))).toEqual([
      { actor: 'system', details: { count: 2 } },
    ])
  })

  test.each([
    ['needs', moments.needs],
    ['names', moments.trail],
    ['sessionMails', moments.trail],
    ['ended', moments.trail],
    ['trail', moments.trail],
    ['files', moments.trail],
  ] as const)('without its step %s leaves something, and this test sees it', async (left, now) => {
    for (const [name, step] of Object.entries(erasingSteps)) if (name !== left) await step({ terms, mailDir, now })
    expect((await wrongAt(now)).left).not.toEqual([])
  })

  test('cannot miss a new column: nobody said how long that is kept', async () => {
    await database.db.$executeRaw`ALTER TABLE "Registration" ADD COLUMN "shoeSize" TEXT`
    marks = await markEverything(database.db)
    expect(marks.map(({ column }) => column)).toContain('Registration.shoeSize')
    await expect(wrongAt(moments.names)).rejects.toThrow('Registration.shoeSize')
  })

  test('leaves a kennissessie that is later, its mail, and files of others alone', async () => {
    const { db } = database
    const later = await makeSession(db, { endsAt: addDays(endsAt, 80), startsAt: addDays(endsAt, 79) })
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
    await erase(moments.names)
    expect(await db.registration.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: 'Later Voorbeeld', email })
    expect(await db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({ html: 'Dag Later' })
    const files = await readdir(mailDir)
    expect(files).toHaveLength(2)
    expect(files).toContain('lees-mij.txt')
  })
})
