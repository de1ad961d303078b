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

describe('a running server', () => {
  test('is shared with a second process and stopped by the last one', async () => {
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

  test('survives a killed site, and the next site uses it with its data', async () => {
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

  test('is restarted on the same port when it dies', async () => {
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

  test('keeps its data when it is killed together with its site', async () => {
    const dataDir = await createTemporaryDataDir()
    const site = await startSiteProcess(dataDir)
    await queryValues(site.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await site.kill()
    killServer(dataDir, 'alone')

    const next = await startInProcess(dataDir)
    expect(next).toMatchObject({ url: site.url, wasRunning: false })
    expect(await queryValues(next.url, 'SELECT answer FROM kept')).toEqual([42])
  })

  test('can be joined and left by several processes concurrently', async () => {
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
