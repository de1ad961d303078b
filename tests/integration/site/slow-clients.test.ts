import { setMaxListeners } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession } from '@/tests/support/fixtures/session'
import { fetchFilledRegistrationForm, submitForm } from '@/tests/support/http/form-post'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

// `npm run test:faults` takes the whole: until the site has hung up on the slowest too.
const isFullRun = process.env.FAULTS === 'whole'
const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

let database: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
beforeAll(async () => {
  database = await createTestDatabase()
  site = await startSite({ env: { DATABASE_URL: database.url, SIGNUP_MIN_SECONDS: '1' } })
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeSiteData(site)
  await database.drop()
})

const attack = new AbortController()
setMaxListeners(1_000, attack.signal)
afterAll(() => attack.abort())

type SlowClient = {
  /** Sent at once, and then again and again. */
  head: string
  drop: string
  everyMs: number
}

/** A connection that sends like that for as long as it may; gives how many milliseconds that was, and what it was told. */
async function sendSlowly({ head, drop, everyMs }: SlowClient): Promise<{ ms: number; told: string }> {
  const begun = performance.now()
  const socket = connect(Number(new URL(site.url).port), 'localhost')
  let told = ''
  socket.on('data', (chunk) => {
    told += chunk.toString()
  })
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.write(head)
  const sending = setInterval(() => send(socket, drop), everyMs)
  attack.signal.addEventListener('abort', () => socket.destroy(), { once: true })
  await closed
  clearInterval(sending)
  return { ms: performance.now() - begun, told }
}

/** No more than the other side takes, so that what is slow here is the site and not this process. */
function send(socket: Socket, drop: string) {
  if (socket.writable && socket.writableLength < 1_000_000) socket.write(drop)
}

async function sendRepeatedly(slow: SlowClient): Promise<void> {
  while (!attack.signal.aborted) {
    await sendSlowly(slow)
    await pause(250)
  }
}

/** How long it takes a visitor who reads pages one after another, in milliseconds: 95 of 100 times at most this. */
async function p95(paths: string[], times: number): Promise<number> {
  const durations: number[] = []
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now()
    const answer = await fetch(`${site.url}${paths[time % paths.length]}`, { headers: { connection: 'close' } })
    await answer.text()
    expect(answer.status).toBe(200)
    durations.push(performance.now() - startedAt)
  }
  return durations.toSorted((a, b) => a - b)[Math.floor(times * 0.95)] ?? Number.NaN
}

it('200 who send slowly, or a gigabyte, hinder nobody else, and are hung up on', async () => {
  const moments = {
    questionDeadlineAt: daysFromNow(1),
    registrationClosesAt: daysFromNow(2),
    startsAt: daysFromNow(3),
    endsAt: daysFromNow(4),
  }
  const session = await createTestSession(database.db, moments)
  const paths = [routes.home(), routes.session(session.slug), routes.register(session.slug)]
  const times = isFullRun ? 600 : 150
  await p95(paths, 30)
  const calm = await p95(paths, times)

  const to = `Host: ${new URL(site.url).host}\r\nOrigin: ${site.url}\r\n`
  const form = `POST ${routes.register(session.slug)} HTTP/1.1\r\n${to}Content-Type: multipart/form-data; boundary=x\r\n`
  const slowHead = { head: `GET / HTTP/1.1\r\n${to}`, drop: 'X-Traag: a\r\n', everyMs: 500 }
  const slowBody = { head: `${form}Content-Length: 60000\r\n\r\n`, drop: 'a', everyMs: 500 }
  const large = { head: `${form}Content-Length: 1000000000\r\n\r\n`, drop: 'x'.repeat(64 * 1024), everyMs: 10 }
  const unsaid = {
    head: `${form}Transfer-Encoding: chunked\r\n\r\n`,
    drop: `10000\r\n${'x'.repeat(65_536)}\r\n`,
    everyMs: 10,
  }

  const heads = Array.from({ length: 70 }, () => sendSlowly(slowHead))
  const bodies = Array.from({ length: 70 }, () => sendSlowly(slowBody))
  for (let count = 0; count < 30; count += 1) void sendRepeatedly(large)
  for (let count = 0; count < 30; count += 1) void sendRepeatedly(unsaid)
  const [refused, alsoRefused] = await Promise.all([sendSlowly(large), sendSlowly(unsaid)])
  expect(refused.told).toMatch(/^HTTP\/1\.1 413 /)
  expect(alsoRefused.told).toMatch(/^HTTP\/1\.1 413 /)

  const busy = await p95(paths, times)
  const signedUp = await submitForm(
    await fetchFilledRegistrationForm(`${site.url}${routes.register(session.slug)}`, 'tussendoor@example.nl'),
  )
  expect(signedUp.status).toBe(303)
  process.stdout.write(`p95 of a visitor: ${calm.toFixed(0)} ms alone, ${busy.toFixed(0)} ms among 200 slow ones\n`)
  expect(busy).toBeLessThan(1_000)

  for (const { ms, told } of await Promise.all(isFullRun ? [...heads, ...bodies] : heads)) {
    expect(told).toMatch(/^HTTP\/1\.1 408 /)
    expect(ms).toBeLessThan(45_000)
  }
  expect(await database.db.registration.count({ where: { sessionId: session.id } })).toBe(1)
}, 240_000)
