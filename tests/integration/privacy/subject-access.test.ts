import { beforeAll, describe, expect, test } from 'vitest'
import { recordsToExport } from '@/components/privacy/personal-record-copy'
import { createPersonalToken } from '@/lib/personal-links/token'
import { dataRegister } from '@/lib/privacy/data-register'
import { getOwnRecord, listRecordsOfSamePerson } from '@/lib/privacy/subject-access'
import { qualifiedColumns } from '@/tests/support/database/personal-columns'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'
import { type Canary, containsCanary, plantCanaries } from './canaries'
import { seedEveryTable } from './seed-every-table'

/** Columns that add nothing to the other columns in the export. */
const omittedColumns = [
  'Registration.normalizedEmail',
  // The seeded registration has an organisation instead.
  'Registration.municipalityCode',
  'Registration.idempotencyKey',
  'RegistrationChange.actorId',
  'MessageContent.toName',
  'MessageContent.replyToName',
  'MessageContent.replyToAddress',
  'MessageContent.html',
  'MessageContent.calendar',
  'Message.details',
  'Message.lastError',
  'Message.smtpResponse',
  'MessageContent.messageIdHeader',
]
const organisersOnly = ['RegistrationNote.text', 'Triage.note']
const recordTables = ['Registration', 'Answer', 'Triage', 'Theme', 'ClarificationRequest', 'Message', 'MessageContent']
const registrationTables = [...recordTables, 'RegistrationChange', 'RegistrationNote', 'EmailChangeRequest']

const { db } = await createTestDatabase()

let canaries: Canary[]
let id: string
beforeAll(async () => {
  await seedEveryTable(db, sessionTimes2022.endsAt)
  const columns = Object.values(dataRegister).flatMap((category) => qualifiedColumns(category.columns))
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

const mailId = async () => (await db.message.findFirstOrThrow({ where: { registrationId: id } })).id
const organiserExport = async () => JSON.stringify(recordsToExport(await listRecordsOfSamePerson(id)))
async function ownExport() {
  const row = await db.registration.findUniqueOrThrow({ where: { id } })
  const record = await getOwnRecord(createPersonalToken('manage', row))
  return { record, file: JSON.stringify(recordsToExport(record ? [record] : [])) }
}
const missingColumns = (file: string) =>
  canaries.filter((canary) => !containsCanary(file, canary)).map(({ column }) => column)

describe('export of a personal record', () => {
  test('holds every personal column, and notes only when an organiser exports', async () => {
    expect(canaries.length).toBeGreaterThan(30)
    expect(missingColumns(await organiserExport()).toSorted()).toEqual(omittedColumns.toSorted())
    const { record, file } = await ownExport()
    expect(missingColumns(file).toSorted()).toEqual([...omittedColumns, ...organisersOnly].toSorted())
    for (const column of organisersOnly) expect(JSON.stringify(record)).not.toContain(canaryOf(column))
  })

  test('describes changes, the result of triage and what happened to a mail', async () => {
    const file = await organiserExport()
    expect(file).toContain('“merk-question-label!”: was “Vroeger Voorbeeld”, werd')
    expect(file).toContain('Gekozen voor de sessie')
    expect(file).toContain('Gebeld, dinsdag 8 november 2022')
    expect(file).toContain('gevraagd@example.nl in plaats van merk-emailchangerequest-oldemail!, bevestigd op')
    expect(file).toContain('Mail gestopt')
  })
})

const canaryOf = (column: string) => canaries.find((canary) => canary.column === column)?.value
