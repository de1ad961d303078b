import { setMaxListeners } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { createTestDatabase } from '@/tests/support/database'
import { openSignUp, post } from '@/tests/support/form-post'
import { makeSession } from '@/tests/support/sign-up'
import { removeData, type Site, startSite } from '@/tests/support/site'

// `npm run test:faults` takes the whole: until the site has hung up on the slowest too.
const whole = process.env.FAULTS === 'whole'
const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

let test: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
beforeAll(async () => {
  test = await createTestDatabase()
  site = await startSite({ env: { DATABASE_URL: test.url, SIGNUP_MIN_SECONDS: '1' } })
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeData(site)
  await test.drop()
})

const attack = new AbortController()
setMaxListeners(1_000, attack.signal)
afterAll(() => attack.abort())

type Slow = {
  /** Sent at once, and then again and again. */
  head: string
  drop: string
  everyMs: number
}

/** A connection that sends like that for as long as it may; gives how many milliseconds that was, and what it was told. */
async function keepSending({ head, drop, everyMs }: Slow): Promise<{ ms: number; told: string }> {
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

async function again(slow: Slow): Promise<void> {
  while (!attack.signal.aborted) {
    await keepSending(slow)
    await pause(250)
  }
}

/** How long it takes a visitor who reads pages one after another, in milliseconds: 95 of 100 times at most this. */
async function p95(paths: string[], times: number): Promise<number> {
  const durations: number[] = []
  for (let time = 0; time < times; time += 1) {
    const begun = performance.now()
    const answer = await fetch(`${site.url}${paths[time % paths.length]}`, { headers: { connection: 'close' } })
    await answer.text()
    expect(answer.status).toBe(200)
    durations.push(performance.now() - begun)
  }
  return durations.toSorted((a, b) => a - b)[Math.floor(times * 0.95)] ?? Number.NaN
}

it('200 who send slowly, or a gigabyte, hinder nobody else, and are hung up on', async () => {
  const moments = { questionDeadlineAt: day(1), registrationClosesAt: day(2), startsAt: day(3), endsAt: day(4) }
  const session = await makeSession(test.db, moments)
  const paths = [routes.home(), routes.session(session.slug), routes.signUp(session.slug)]
  const times = whole ? 600 : 150
  await p95(paths, 30)
  const calm = await p95(paths, times)

  const to = `Host: ${new URL(site.url).host}\r\nOrigin: ${site.url}\r\n`
  const form = `POST ${routes.signUp(session.slug)} HTTP/1.1\r\n${to}Content-Type: multipart/form-data; boundary=x\r\n`
  const slowHead = { head: `GET / HTTP/1.1\r\n${to}`, drop: 'X-Traag: a\r\n', everyMs: 500 }
  const slowBody = { head: `${form}Content-Length: 60000\r\n\r\n`, drop: 'a', everyMs: 500 }
  const large = { head: `${form}Content-Length: 1000000000\r\n\r\n`, drop: 'x'.repeat(64 * 1024), everyMs: 10 }
  const unsaid = {
    head: `${form}Transfer-Encoding: chunked\r\n\r\n`,
    drop: `10000\r\n${'x'.repeat(65_536)}\r\n`,
    everyMs: 10,
  }

  const heads = Array.from({ length: 70 }, () => keepSending(slowHead))
  const bodies = Array.from({ length: 70 }, () => keepSending(slowBody))
  for (let count = 0; count < 30; count += 1) void again(large)
  for (let count = 0; count < 30; count += 1) void again(unsaid)
  const [refused, alsoRefused] = await Promise.all([keepSending(large), keepSending(unsaid)])
  expect(refused.told).toMatch(/^HTTP\/1\.1 413 /)
  expect(alsoRefused.told).toMatch(/^HTTP\/1\.1 413 /)

  const busy = await p95(paths, times)
  const signedUp = await post(await openSignUp(`${site.url}${routes.signUp(session.slug)}`, 'tussendoor@example.nl'))
  expect(signedUp.status).toBe(303)
  process.stdout.write(`p95 of a visitor: ${calm.toFixed(0)} ms alone, ${busy.toFixed(0)} ms among 200 slow ones\n`)
  expect(busy).toBeLessThan(1_000)

  for (const { ms, told } of await Promise.all(whole ? [...heads, ...bodies] : heads)) {
    expect(told).toMatch(/^HTTP\/1\.1 408 /)
    expect(ms).toBeLessThan(45_000)
  }
  expect(await test.db.registration.count({ where: { sessionId: session.id } })).toBe(1)
}, 240_000)
