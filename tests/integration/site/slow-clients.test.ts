import { setMaxListeners } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { upcomingTimes } from '@/tests/support/fixtures/dates'
import { createTestSession } from '@/tests/support/fixtures/session'
import { fetchFilledRegistrationForm, submitForm } from '@/tests/support/http/form-post'
import { isFullFaultRun } from '@/tests/support/run/full-run'
import { startSiteForFile } from '@/tests/support/servers/site-for-file'

const site = await startSiteForFile({ SIGNUP_MIN_SECONDS: '1' })

const attack = new AbortController()
setMaxListeners(1_000, attack.signal)
afterAll(() => attack.abort())

type SlowClient = {
  head: string
  /** Sent after the head, every `everyMs`. */
  piece: string
  everyMs: number
}

/** Sends until the site closes the connection. Returns the answer and how many milliseconds that took. */
async function sendSlowly({ head, piece, everyMs }: SlowClient): Promise<{ ms: number; answer: string }> {
  const startedAt = performance.now()
  const socket = connect(Number(new URL(site.url).port), 'localhost')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk.toString()
  })
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.write(head)
  const sending = setInterval(() => send(socket, piece), everyMs)
  attack.signal.addEventListener('abort', () => socket.destroy(), { once: true })
  await closed
  clearInterval(sending)
  return { ms: performance.now() - startedAt, answer }
}

/** Buffers no more than the site reads, so that this process does not become the slow one. */
function send(socket: Socket, piece: string) {
  if (socket.writable && socket.writableLength < 1_000_000) socket.write(piece)
}

async function sendRepeatedly(slow: SlowClient): Promise<void> {
  while (!attack.signal.aborted) {
    await sendSlowly(slow)
    await pause(250)
  }
}

/** Returns the 95th percentile in milliseconds for a visitor who reads pages one after another. */
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

it('disconnects 200 slow or oversized clients, and stays fast for other visitors', async () => {
  const session = await createTestSession(site.db, upcomingTimes())
  const paths = [routes.home(), routes.session(session.slug), routes.register(session.slug)]
  const times = isFullFaultRun ? 600 : 150
  await p95(paths, 30)
  const calm = await p95(paths, times)

  const common = `Host: ${new URL(site.url).host}\r\nOrigin: ${site.url}\r\n`
  const form = `POST ${routes.register(session.slug)} HTTP/1.1\r\n${common}Content-Type: multipart/form-data; boundary=x\r\n`
  const slowHead = { head: `GET / HTTP/1.1\r\n${common}`, piece: 'X-Traag: a\r\n', everyMs: 500 }
  const slowBody = { head: `${form}Content-Length: 60000\r\n\r\n`, piece: 'a', everyMs: 500 }
  const large = { head: `${form}Content-Length: 1000000000\r\n\r\n`, piece: 'x'.repeat(64 * 1024), everyMs: 10 }
  const chunked = {
    head: `${form}Transfer-Encoding: chunked\r\n\r\n`,
    piece: `10000\r\n${'x'.repeat(65_536)}\r\n`,
    everyMs: 10,
  }

  // A normal run does not wait until the slow bodies are disconnected.
  const heads = Array.from({ length: 70 }, () => sendSlowly(slowHead))
  const bodies = Array.from({ length: 70 }, () => sendSlowly(slowBody))
  for (let count = 0; count < 30; count += 1) void sendRepeatedly(large)
  for (let count = 0; count < 30; count += 1) void sendRepeatedly(chunked)
  const [refusedLarge, refusedChunked] = await Promise.all([sendSlowly(large), sendSlowly(chunked)])
  expect(refusedLarge.answer).toMatch(/^HTTP\/1\.1 413 /)
  expect(refusedChunked.answer).toMatch(/^HTTP\/1\.1 413 /)

  const busy = await p95(paths, times)
  const registered = await submitForm(
    await fetchFilledRegistrationForm(`${site.url}${routes.register(session.slug)}`, 'tussendoor@example.nl'),
  )
  expect(registered.status).toBe(303)
  process.stdout.write(`p95 of a visitor: ${calm.toFixed(0)} ms alone, ${busy.toFixed(0)} ms among 200 slow ones\n`)
  expect(busy).toBeLessThan(1_000)

  for (const { ms, answer } of await Promise.all(isFullFaultRun ? [...heads, ...bodies] : heads)) {
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(ms).toBeLessThan(45_000)
  }
  expect(await site.db.registration.count({ where: { sessionId: session.id } })).toBe(1)
}, 240_000)
