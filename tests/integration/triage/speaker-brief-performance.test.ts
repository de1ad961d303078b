import { beforeAll, expect, test } from 'vitest'
import { getSpeakerBrief } from '@/lib/triage/speaker-brief'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addMailAuditAndTriage, addManyRegistrations } from '@/tests/support/fixtures/many-registrations'
import { createTestSession } from '@/tests/support/fixtures/session'

const registrationCount = 1_500
const { db } = await createTestDatabase()
let sessionId = ''
beforeAll(async () => {
  const session = await createTestSession(db)
  sessionId = session.id
  const from = new Date('2022-09-20T09:00:00Z')
  await addManyRegistrations(db, session, { count: registrationCount, from })
  await addMailAuditAndTriage(db, sessionId, from)
  const asked = { question: { sessionId, isAgendaQuestion: true }, triage: null }
  const rest = await db.answer.findMany({ where: asked, select: { id: true } })
  await db.triage.createMany({
    data: rest.map(({ id }, index) => ({ answerId: id, state: 'chosen', position: index, version: 1 })),
  })
})

test('getSpeakerBrief redacts each name in 1,500 questions within seconds', async () => {
  const first = await db.answer.findFirstOrThrow({
    where: { question: { sessionId, isAgendaQuestion: true } },
  })
  await db.answer.update({ where: { id: first.id }, data: { text: 'Vraag het aan Voorbeeld 1499.' } })
  const start = performance.now()
  const parts = await getSpeakerBrief(sessionId, { withMunicipalities: false })
  // A pattern for each name and text took minutes and blocked all requests.
  expect(performance.now() - start).toBeLessThan(15_000)
  const questions = parts.flatMap((part) => part.questions)
  expect(questions).toHaveLength(registrationCount)
  expect(questions.find(({ id }) => id === first.id)?.text).toBe('Vraag het aan [naam].')
})
