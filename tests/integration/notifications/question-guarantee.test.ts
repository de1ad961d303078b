import { expect, test } from 'vitest'
import { previewMail } from '@/lib/notifications/preview'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'

const now = new Date('2022-10-01T08:00:00Z')

const { db } = await createTestDatabase()

test('mails guarantee a question when the form has an agenda question, and mention none otherwise', async () => {
  const { sessionId, registrations } = await createSessionWithQuestions(db, [{}])
  const registrationId = registrations[0] ?? ''
  const textOf = async (kind: 'confirmation' | 'waitlisted' | 'alreadyRegistered' | 'questionDeadline') =>
    (await previewMail({ sessionId, kind, registrationId }, { now })).text
  const kinds = ['confirmation', 'waitlisted', 'alreadyRegistered', 'questionDeadline'] as const
  for (const kind of kinds) expect(await textOf(kind), kind).toContain('aan bod')

  await db.question.updateMany({ where: { sessionId }, data: { isAgendaQuestion: false } })
  for (const kind of kinds) expect(await textOf(kind), kind).not.toMatch(/zeker aan bod|zeker dat de vraag|op tijd/)
  expect(await textOf('questionDeadline')).toContain('beloven we niemand dat een vraag aan bod komt')
})
