import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import { ask, start, startSite, temporaryDataDir } from '@/tests/support/cluster'
import { killServer, serverPid } from '@/tests/support/server-process'

const seed = Number(process.env.KILL_SEED) || Date.now() % 1_000_000
const random = randomFrom(seed)
const rounds = 20

test(`a server killed at twenty random moments loses no row it said yes to (KILL_SEED=${seed})`, async () => {
  const dataDir = await temporaryDataDir()
  const { url } = await start(dataDir)
  await ask(url, 'CREATE TABLE written (number integer PRIMARY KEY)')
  const acknowledged: number[] = []
  let refused = 0
  let next = 0

  for (let round = 0; round < rounds; round++) {
    // From time to time another site comes and is killed as well: nothing may depend on who started the server.
    const other = round % 7 === 3 ? await startSite(dataDir) : null
    const before = acknowledged.length
    const clients = await Promise.all([connect(url), connect(url), connect(url), connect(url)])
    const writers = clients.map(async (client) => {
      try {
        for (;;) {
          const number = next++
          await client.query('INSERT INTO written VALUES ($1)', [number])
          acknowledged.push(number)
        }
      } catch {
        refused++
      } finally {
        await client.end().catch(() => {})
      }
    })
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(before), { timeout: 10_000, interval: 2 })
    await pause(random() * 200)
    const pid = serverPid(dataDir)
    killServer(dataDir, random() < 0.5 ? 'alone' : 'with its children')
    await other?.kill()
    await Promise.all(writers)
    await vi.waitFor(() => ask(url, 'SELECT 1'), { timeout: 30_000, interval: 20 })
    expect(serverPid(dataDir)).not.toBe(pid)

    const there = new Set(await ask(url, 'SELECT number FROM written'))
    expect(acknowledged.filter((number) => !there.has(number))).toEqual([])
  }
  expect(refused).toBe(rounds * 4)
}, 180_000)

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** The mulberry32 generator: the same seed gives the same moments. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
