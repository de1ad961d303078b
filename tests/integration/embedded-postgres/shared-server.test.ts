import { describe, expect, test, vi } from 'vitest'
import { startPostgres } from '@/lib/embedded-postgres/start'
import {
  createTemporaryDataDir,
  queryValues,
  silentLogger,
  startInProcess,
  startSiteProcess,
} from '@/tests/support/database/embedded-cluster'
import { isRunning, killServer, serverPid } from '@/tests/support/database/server-process'

describe('a server that runs', () => {
  test('is used by a second process, and stopped by whoever leaves last', async () => {
    const dataDir = await createTemporaryDataDir()
    const first = await startSiteProcess(dataDir)
    const second = await startSiteProcess(dataDir)
    expect(second).toMatchObject({ url: first.url, wasRunning: true })

    await first.stop()
    expect(await queryValues(second.url, 'SELECT 1')).toEqual([1])
    const pid = serverPid(dataDir)
    await second.stop()
    expect(pid && isRunning(pid)).toBe(false)
  })

  test('outlives a killed site, and the next one takes it over with all that was in it', async () => {
    const dataDir = await createTemporaryDataDir()
    const site = await startSiteProcess(dataDir)
    await queryValues(site.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    const pid = serverPid(dataDir)
    await site.kill()

    const next = await startInProcess(dataDir)
    expect(next).toMatchObject({ url: site.url, wasRunning: true })
    expect(serverPid(dataDir)).toBe(pid)
    expect(await queryValues(next.url, 'SELECT answer FROM kept')).toEqual([42])
  })

  test('is started again on the same port when it dies under a living site', async () => {
    const dataDir = await createTemporaryDataDir()
    const { url } = await startInProcess(dataDir)
    await queryValues(url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    for (const how of ['alone', 'with its children'] as const) {
      killServer(dataDir, how)
      await vi.waitFor(async () => expect(await queryValues(url, 'SELECT answer FROM kept')).toEqual([42]), {
        timeout: 15_000,
        interval: 50,
      })
    }
  })

  test('and its site, both killed, come back with all that was in it', async () => {
    const dataDir = await createTemporaryDataDir()
    const site = await startSiteProcess(dataDir)
    await queryValues(site.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await site.kill()
    killServer(dataDir, 'alone')

    const next = await startInProcess(dataDir)
    expect(next).toMatchObject({ url: site.url, wasRunning: false })
    expect(await queryValues(next.url, 'SELECT answer FROM kept')).toEqual([42])
  })

  test('is left and joined by many at the same time without one of them failing', async () => {
    const dataDir = await createTemporaryDataDir()
    const visit = async () => {
      for (let round = 0; round < 4; round++) {
        const postgres = await startPostgres({ dataDir, logger: silentLogger })
        expect(await queryValues(postgres.url, 'SELECT 1')).toEqual([1])
        await postgres.detach()
      }
    }
    await Promise.all([visit(), visit(), visit()])
    expect(serverPid(dataDir)).toBeNull()
  })
})
