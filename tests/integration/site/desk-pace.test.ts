import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { pages } from '@/tests/support/doors'
import { openForm, post } from '@/tests/support/form-post'
import { addManySignUps, addTheirTraces } from '@/tests/support/many-sign-ups'
import { makeSession } from '@/tests/support/sign-up'
import { removeData, type Site, startSite } from '@/tests/support/site'

// The whole proof wants a quiet machine: `npm run test:pace`. The short form runs with all other tests.
const whole = process.env.PACE === 'whole'
const signUps = 5_000
const mostMs = 200
/**
 * Tests that run beside it make a request many times as slow, and none of them quick: the quickest counts, with room. What
 * this finds is a page that reads all of 5,000 sign-ups one by one; `npm run test:pace` measures.
 */
const shortForm = { times: 3, mostMs: 25 * mostMs }

const email = 'tempo@example.nl'
const password = 'een goed wachtwoord'
const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

let database: TestDatabase
let site: Site
let cookie = ''
let paths: string[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  const coming = { questionDeadlineAt: inDays(10), registrationClosesAt: inDays(20), startsAt: inDays(30) }
  const session = await makeSession(db, { ...coming, endsAt: inDays(30.1), capacity: signUps })
  await addManySignUps(db, session, { count: signUps, from: inDays(-6) })
  await addTheirTraces(db, session.id, inDays(-2))
  const env = { DATABASE_URL: database.url, ORGANISER_EMAIL: email, ORGANISER_PASSWORD: password }
  site = await startSite({ env })
  cookie = await logIn()
  paths = await deskPaths(session.id)
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeData(site)
  await database.drop()
})

async function logIn(): Promise<string> {
  const form = await openForm(`${site.url}${routes.login()}`)
  form.fields.set('email', email)
  form.fields.set('password', password)
  const [set = ''] = (await post(form)).headers.getSetCookie()
  return set.split(';')[0] ?? ''
}

/** Every page of the desk, so also one that is made tomorrow, and the questions that weigh most. */
async function deskPaths(sessionId: string): Promise<string[]> {
  const { db } = database
  const asked = { question: { sessionId, isAsked: true }, registration: { contactWish: 'email' } } as const
  const answer = await db.answer.findFirstOrThrow({ where: asked })
  const ofSession = { where: { sessionId } }
  const values = {
    id: sessionId,
    aanmelding: answer.registrationId,
    antwoord: answer.id,
    brief: await addLetter(sessionId),
    bericht: (await db.message.findFirstOrThrow(ofSession)).id,
    soort: 'thanks',
    vraag: (await db.question.findFirstOrThrow(ofSession)).id,
    organisator: (await db.organiser.findFirstOrThrow()).id,
  }
  const every = pages(values).flatMap(({ file, path }) => (file.startsWith('app/beheer/') ? [path] : []))
  return [
    ...every,
    routes.registrations(sessionId, { zoek: 'zoeken manier collega verder tijd' }),
    routes.registrations(sessionId, { volgorde: '-gemeente', stand: 'all', pagina: '100' }),
    routes.messages(sessionId, { search: 'voorbeeld 47' }),
  ]
}

async function addLetter(sessionId: string): Promise<string> {
  const words = { subject: 'Nog even', text: 'Dag {naam}', createdAt: new Date(), createdBy: 'organisator' }
  return (await database.db.letter.create({ data: { sessionId, ...words } })).id
}

/** How long a page takes to come in whole, after a first time that does not count, quickest first. */
async function timesOf(path: string, times: number) {
  const took: number[] = []
  for (let time = 0; time <= times; time += 1) {
    const start = performance.now()
    const answer = await fetch(`${site.url}${path}`, { redirect: 'manual', headers: { cookie, accept: 'text/html' } })
    await answer.text()
    took.push(performance.now() - start)
    // A page that says no, or leads on, has measured nothing.
    if (path.startsWith('/beheer/sessies/')) expect(answer.status, path).toBe(200)
  }
  return took.slice(1).toSorted((one, other) => one - other)
}

test(`with ${signUps} sign-ups every page of the desk answers within ${whole ? mostMs : shortForm.mostMs} ms`, async () => {
  const slow: string[] = []
  for (const path of paths) {
    const took = await timesOf(path, whole ? 25 : shortForm.times)
    const [quickest = 0, median = 0, worst = 0] = [took[0], took[Math.floor(took.length / 2)], took.at(-1)]
    if (whole) process.stdout.write(`${median.toFixed(0).padStart(6)} ${worst.toFixed(0).padStart(6)} ms  ${path}\n`)
    if (whole ? median > mostMs : quickest > shortForm.mostMs) slow.push(`${path}: ${median.toFixed(0)} ms`)
  }
  expect(paths.length).toBeGreaterThan(40)
  expect(slow).toEqual([])
}, 600_000)
