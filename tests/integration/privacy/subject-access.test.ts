import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordsToExport } from '@/components/privacy/personal-record-copy'
import { createPersonalToken } from '@/lib/personal-links/token'
import { dataRegister } from '@/lib/privacy/data-register'
import { getOwnRecord, listRecordsOfSamePerson } from '@/lib/privacy/subject-access'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'
import { type Canary, containsCanary, plantCanaries } from './canaries'
import { seedEveryTable } from './seed-every-table'

/** What is kept of a sign-up and says no more than what is shown, or nothing to whom it is about. */
const omittedColumns = [
  'Registration.normalizedEmail',
  // Of who has an organisation instead.
  'Registration.municipalityCode',
  'Registration.idempotencyKey',
  'RegistrationChange.actorId',
  'RegistrationNote.createdBy',
  'Message.toName',
  'Message.replyToName',
  'Message.replyToAddress',
  'Message.html',
  'Message.calendar',
  'Message.details',
  'Message.lastError',
  'Message.smtpResponse',
  'Message.messageIdHeader',
]
const organisersOnly = ['RegistrationNote.text', 'Triage.note']
const recordTables = ['Registration', 'Answer', 'Triage', 'Theme', 'ClarificationRequest', 'Message']
const registrationTables = [...recordTables, 'RegistrationChange', 'RegistrationNote', 'EmailChangeRequest']

let database: TestDatabase
let canaries: Canary[]
let id: string
beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await seedEveryTable(db, sessionTimes2022.endsAt)
  const columns: string[] = Object.values(dataRegister).flatMap((field) => field.columns)
  const all = await plantCanaries(db)
  canaries = all.filter(
    ({ column }) => columns.includes(column) && registrationTables.includes(column.split('.')[0] ?? ''),
  )
  id = (await db.registration.findFirstOrThrow({ where: { organisation: { not: null } } })).id
  await db.triage.updateMany({ data: { state: 'chosen' } })
  await db.registrationChange.updateMany({ data: { field: (await db.question.findFirstOrThrow()).id } })
  await db.auditEntry.create({
    data: {
      at: sessionTimes2022.endsAt,
      actorType: 'participant',
      action: 'messageCancelled',
      subjectType: 'message',
      subjectId: await mailId(),
    },
  })
})
afterAll(() => database.drop())

const mailId = async () => (await database.db.message.findFirstOrThrow({ where: { registrationId: id } })).id
const organiserExport = async () => JSON.stringify(recordsToExport(await listRecordsOfSamePerson(id)))
async function ownExport() {
  const row = await database.db.registration.findUniqueOrThrow({ where: { id } })
  const record = await getOwnRecord(createPersonalToken('manage', row))
  return { record, file: JSON.stringify(recordsToExport(record ? [record] : [])) }
}
const missingColumns = (file: string) =>
  canaries.filter((mark) => !containsCanary(file, mark)).map(({ column }) => column)

describe('the file of what is kept of somebody', () => {
  test('has each column of their sign-up, by whomever it is taken along, but for the notes', async () => {
    expect(canaries.length).toBeGreaterThan(30)
    expect(missingColumns(await organiserExport()).toSorted()).toEqual(omittedColumns.toSorted())
    const { record, file } = await ownExport()
    expect(missingColumns(file).toSorted()).toEqual([...omittedColumns, ...organisersOnly].toSorted())
    for (const column of organisersOnly) expect(JSON.stringify(record)).not.toContain(canaryOf(column))
  })

  test('says what was changed, what became of the question and what was done to a mail', async () => {
    const file = await organiserExport()
    expect(file).toContain('“merk-question-label!”: was “Vroeger Voorbeeld”, werd')
    expect(file).toContain('Gekozen voor de sessie')
    expect(file).toContain('Gebeld, dinsdag 8 november 2022')
    expect(file).toContain('gevraagd@example.nl in plaats van merk-addressrequest-oldemail!, bevestigd op')
    expect(file).toContain('Mail gestopt')
  })
})

const canaryOf = (column: string) => canaries.find((mark) => mark.column === column)?.value
