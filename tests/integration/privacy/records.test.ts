import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordFile } from '@/components/privacy/record-words'
import { personalToken } from '@/lib/platform/personal-token'
import { getOwnRecord, listRecordsLike } from '@/lib/privacy/records'
import { personalFields } from '@/lib/privacy/schema-fields'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { moments2022 } from '@/tests/support/sign-up'
import { holds, type Mark, markEverything } from './marks'
import { addOneOfEverything } from './one-of-everything'

/** What is kept of a sign-up and says no more than what is shown, or nothing to whom it is about. */
const leftOut = [
  'Registration.emailKey',
  // Of who has an organisation instead.
  'Registration.municipalityCode',
  'Registration.submissionId',
  'RegistrationChange.actor',
  'RegistrationNote.createdBy',
  'ClarificationRequest.askedBy',
  'Message.toName',
  'Message.replyToName',
  'Message.replyToAddress',
  'Message.html',
  'Message.calendar',
  'Message.details',
  'Message.lastError',
  'Message.acceptedWith',
  'Message.messageIdHeader',
]
const organisersOnly = ['RegistrationNote.text', 'Triage.note']
const tables = ['Registration', 'Answer', 'Triage', 'Theme', 'ClarificationRequest', 'Message']
const ofSignUp = [...tables, 'RegistrationChange', 'RegistrationNote', 'AddressRequest']

let database: TestDatabase
let marks: Mark[]
let id: string
beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await addOneOfEverything(db, moments2022.endsAt)
  const columns: string[] = Object.values(personalFields).flatMap((field) => field.columns)
  const all = await markEverything(db)
  marks = all.filter(({ column }) => columns.includes(column) && ofSignUp.includes(column.split('.')[0] ?? ''))
  id = (await db.registration.findFirstOrThrow({ where: { organisation: { not: null } } })).id
  await db.triage.updateMany({ data: { state: 'chosen' } })
  await db.registrationChange.updateMany({ data: { field: (await db.question.findFirstOrThrow()).id } })
  await db.auditEntry.create({
    data: {
      at: moments2022.endsAt,
      actor: 'x',
      action: 'message.stopped',
      subjectType: 'message',
      subjectId: await mailId(),
    },
  })
})
afterAll(() => database.drop())

const mailId = async () => (await database.db.message.findFirstOrThrow({ where: { registrationId: id } })).id
const ofDesk = async () => JSON.stringify(recordFile(await listRecordsLike(id)))
async function ofOwner() {
  const row = await database.db.registration.findUniqueOrThrow({ where: { id } })
  const record = await getOwnRecord(personalToken('manage', row))
  return { record, file: JSON.stringify(recordFile(record ? [record] : [])) }
}
const missingIn = (file: string) => marks.filter((mark) => !holds(file, mark)).map(({ column }) => column)

describe('the file of what is kept of somebody', () => {
  test('has each column of their sign-up, by whomever it is taken along, but for the notes', async () => {
    expect(marks.length).toBeGreaterThan(30)
    expect(missingIn(await ofDesk()).toSorted()).toEqual(leftOut.toSorted())
    const { record, file } = await ofOwner()
    expect(missingIn(file).toSorted()).toEqual([...leftOut, ...organisersOnly].toSorted())
    for (const column of organisersOnly) expect(JSON.stringify(record)).not.toContain(marksOf(column))
  })

  test('says what was changed, what became of the question and what was done to a mail', async () => {
    const file = await ofDesk()
    expect(file).toContain('“merk-question-label!”: was “Vroeger Voorbeeld”, werd')
    expect(file).toContain('Gekozen voor de sessie')
    expect(file).toContain('Gebeld, dinsdag 8 november 2022')
    expect(file).toContain('gevraagd@example.nl in plaats van merk-addressrequest-oldemail!, bevestigd op')
    expect(file).toContain('Mail gestopt')
  })
})

const marksOf = (column: string) => marks.find((mark) => mark.column === column)?.value
