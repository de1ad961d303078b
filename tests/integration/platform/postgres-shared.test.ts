import { describe, expect, test, vi } from 'vitest'
import { startPostgres } from '@/lib/platform/postgres/start'
import { ask, quiet, start, startSite, temporaryDataDir } from '@/tests/support/cluster'
import { killServer, runs, serverPid } from '@/tests/support/server-process'

describe('a server that runs', () => {
  test('is used by a second process, and stopped by whoever leaves last', async () => {
    const dataDir = await temporaryDataDir()
    const first = await startSite(dataDir)
    const second = await startSite(dataDir)
    expect(second).toMatchObject({ url: first.url, adopted: true })

    await first.leave()
    expect(await ask(second.url, 'SELECT 1')).toEqual([1])
    const pid = serverPid(dataDir)
    await second.leave()
    expect(pid && runs(pid)).toBe(false)
  })

  test('outlives a killed site, and the next one takes it over with all that was in it', async () => {
    const dataDir = await temporaryDataDir()
    const site = await startSite(dataDir)
    await ask(site.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    const pid = serverPid(dataDir)
    await site.kill()

    const next = await start(dataDir)
    expect(next).toMatchObject({ url: site.url, adopted: true })
    expect(serverPid(dataDir)).toBe(pid)
    expect(await ask(next.url, 'SELECT answer FROM kept')).toEqual([42])
  })

  test('is started again on the same port when it dies under a living site', async () => {
    const dataDir = await temporaryDataDir()
    const { url } = await start(dataDir)
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    for (const how of ['alone', 'with its children'] as const) {
      killServer(dataDir, how)
      await vi.waitFor(async () => expect(await ask(url, 'SELECT answer FROM kept')).toEqual([42]), {
        timeout: 15_000,
        interval: 50,
      })
    }
  })

  test('and its site, both killed, come back with all that was in it', async () => {
    const dataDir = await temporaryDataDir()
    const site = await startSite(dataDir)
    await ask(site.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await site.kill()
    killServer(dataDir, 'alone')

    const next = await start(dataDir)
    expect(next).toMatchObject({ url: site.url, adopted: false })
    expect(await ask(next.url, 'SELECT answer FROM kept')).toEqual([42])
  })

  test('is left and joined by many at the same time without one of them failing', async () => {
    const dataDir = await temporaryDataDir()
    const visit = async () => {
      for (let round = 0; round < 4; round++) {
        const postgres = await startPostgres({ dataDir, logger: quiet })
        expect(await ask(postgres.url, 'SELECT 1')).toEqual([1])
        await postgres.leave()
      }
    }
    await Promise.all([visit(), visit(), visit()])
    expect(serverPid(dataDir)).toBeNull()
  })
})
