import { readdir, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { startPostgres } from '@/lib/embedded-postgres/start'
import {
  createTemporaryDataDir,
  queryValues,
  silentLogger,
  spawnSiteProcess,
  startInProcess,
  startSiteProcess,
} from '@/tests/support/database/embedded-cluster'
import { isRunning, serverPid } from '@/tests/support/database/server-process'

describe('the first start', () => {
  test('of ten concurrent processes creates one database, which one of them migrates', async () => {
    const dataDir = await createTemporaryDataDir()
    const sites = await Promise.all(Array.from({ length: 10 }, () => startSiteProcess(dataDir)))

    expect(new Set(sites.map((site) => site.url)).size).toBe(1)
    expect(sites.filter((site) => !site.wasRunning)).toHaveLength(1)
    expect(sites.filter((site) => site.applied.length > 0)).toHaveLength(1)
    expect(await readdir(dataDir)).toEqual(['postgres'])

    const pid = serverPid(dataDir)
    await Promise.all(sites.map((site) => site.stop()))
    expect(pid && isRunning(pid)).toBe(false)
    expect(serverPid(dataDir)).toBeNull()
  }, 180_000)

  test('listens on loopback only and requires a password that only the owner can read', async () => {
    const dataDir = await createTemporaryDataDir()
    const { url } = await startInProcess(dataDir)
    const password = await stat(path.join(dataDir, 'postgres/aanschuif-password'))
    expect(password.mode & 0o777).toBe(0o600)
    expect(password.uid).toBe(process.getuid?.())
    expect((await stat(path.join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700)

    const names = [
      'listen_addresses',
      'fsync',
      'full_page_writes',
      'synchronous_commit',
      'data_checksums',
      'server_encoding',
    ]
    const values = await queryValues(url, `SELECT ${names.map((name) => `current_setting('${name}')`)}`)
    expect(values).toEqual(['127.0.0.1', 'on', 'on', 'on', 'on', 'UTF8'])
    const [, , , , socketFolder, address] = (
      await readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8')
    ).split('\n')
    expect([socketFolder, address]).toEqual(['', '127.0.0.1'])

    for (const [user, secret] of [
      ['aanschuif', 'guess'],
      ['postgres', ''],
      ['postgres', new URL(url).password],
    ]) {
      const other = new URL(url)
      other.username = user ?? ''
      other.password = secret ?? ''
      await expect(queryValues(other.href, 'SELECT 1')).rejects.toThrow()
    }
    expect(await queryValues(url, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toEqual([false])
  })

  test('uses a locale that does not depend on the machine', async () => {
    const { url } = await startInProcess(await createTemporaryDataDir())
    expect(
      await queryValues(
        url,
        `SELECT lower('ÉÏÚ Šćž'), datlocprovider, datlocale FROM pg_database WHERE datname = 'aanschuif'`,
      ),
    ).toEqual(['éïú šćž', 'b', 'C.UTF-8'])
  })

  test('that is killed at any step does not prevent the next one', async () => {
    const dataDir = await createTemporaryDataDir()
    const inFolder = async (pattern: RegExp) =>
      (await readdir(dataDir, { recursive: true })).some((name) => pattern.test(name))
    for (const step of [/making[^/]*$/, /making.*PG_VERSION/, /^postgres$/, /^postgres.postmaster\.pid/]) {
      const site = spawnSiteProcess(dataDir)
      await vi.waitFor(async () => expect(await inFolder(step)).toBe(true), { timeout: 15_000, interval: 5 })
      site.kill('SIGKILL')
    }
    const { url } = await startInProcess(dataDir)
    expect(await queryValues(url, 'SELECT 1')).toEqual([1])
    await vi.waitFor(async () => expect(await readdir(dataDir)).toEqual(['postgres']))
  })
})

describe('the port', () => {
  test('stays the same across starts unless another program uses it', async () => {
    const dataDir = await createTemporaryDataDir()
    const port = async () => {
      const postgres = await startPostgres({ dataDir, logger: silentLogger })
      await postgres.detach()
      return Number(new URL(postgres.url).port)
    }
    const first = await port()
    expect(await port()).toBe(first)

    const otherProgram = createServer().listen(first, '127.0.0.1')
    onTestFinished(() => void otherProgram.close())
    const second = await port()
    expect(second).not.toBe(first)
    otherProgram.close()
    expect(await port()).toBe(second)
  })
})
