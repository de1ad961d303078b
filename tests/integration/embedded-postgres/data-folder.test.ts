import { appendFile, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { startPostgres } from '@/lib/embedded-postgres/start'
import {
  createTemporaryDataDir,
  queryValues,
  silentLogger,
  spawnSiteProcess,
  startInProcess,
} from '@/tests/support/database/embedded-cluster'

describe('a stale postmaster.pid', () => {
  const pidFile = (dataDir: string) => path.join(dataDir, 'postgres/postmaster.pid')
  async function createStoppedCluster() {
    const dataDir = await createTemporaryDataDir()
    const postgres = await startPostgres({ dataDir, logger: silentLogger })
    const pidFileContent = await readFile(pidFile(dataDir), 'utf8')
    await postgres.detach()
    return { dataDir, pidFileContent }
  }

  test('with the id of another program does not prevent the start', async () => {
    const { dataDir, pidFileContent } = await createStoppedCluster()
    const sleeper = spawnSiteProcess(await createTemporaryDataDir())
    await writeFile(pidFile(dataDir), pidFileContent.replace(/^\d+/, String(sleeper.pid)), { mode: 0o600 })
    const { url, wasRunning } = await startInProcess(dataDir)
    expect(wasRunning).toBe(false)
    expect(await queryValues(url, 'SELECT 1')).toEqual([1])
  })

  test('in a copy of a folder in use starts a server for the copy', async () => {
    const { dataDir } = await createStoppedCluster()
    const copy = await createTemporaryDataDir()
    await cp(dataDir, copy, { recursive: true })
    const original = await startInProcess(dataDir)
    await cp(pidFile(dataDir), pidFile(copy))
    const { url, wasRunning } = await startInProcess(copy)
    expect(wasRunning).toBe(false)
    expect(url).not.toBe(original.url)
    await queryValues(url, 'CREATE TABLE only_here ()')
    expect(await queryValues(original.url, `SELECT to_regclass('only_here')`)).toEqual([null])
  })
})

describe('a folder that cannot be used', () => {
  async function expectRefusedUnchanged(dataDir: string, message: RegExp) {
    const dir = path.join(dataDir, 'postgres')
    const modificationTimes = async () => {
      const names = ['.', ...(await readdir(dir, { recursive: true }))]
      return Promise.all(
        names.map(async (name) => [name, (await stat(path.join(dir, name), { bigint: true })).mtimeNs]),
      )
    }
    const before = await modificationTimes()
    await expect(startPostgres({ dataDir, logger: silentLogger })).rejects.toThrow(message)
    expect(await modificationTimes()).toEqual(before)
    expect(await readdir(dataDir)).toEqual(['postgres'])
  }

  test('is refused and unchanged with another major version, and both versions are named', async () => {
    const dataDir = await createTemporaryDataDir()
    await (await startPostgres({ dataDir, logger: silentLogger })).detach()
    await writeFile(path.join(dataDir, 'postgres/PG_VERSION'), '17\n')
    await expectRefusedUnchanged(dataDir, /PostgreSQL 17.*PostgreSQL 18.*niets veranderd/)
  })

  test('is refused and unchanged when it holds other files', async () => {
    const dataDir = await createTemporaryDataDir()
    await mkdir(path.join(dataDir, 'postgres'))
    await appendFile(path.join(dataDir, 'postgres/holiday.txt'), 'photos')
    await expectRefusedUnchanged(dataDir, /iets anders dan een database van Aanschuif/)
    await rm(path.join(dataDir, 'postgres'), { recursive: true })
    await writeFile(path.join(dataDir, 'postgres'), '')
    await expect(startPostgres({ dataDir, logger: silentLogger })).rejects.toThrow(/is geen map/)
  })

  test('is refused and unchanged when it belongs to another user', async () => {
    const dataDir = await createTemporaryDataDir()
    await mkdir(path.join(dataDir, 'postgres'))
    const getuid = vi.spyOn(process, 'getuid').mockReturnValue(4_242)
    onTestFinished(() => getuid.mockRestore())
    await expectRefusedUnchanged(dataDir, /van een andere gebruiker/)
  })
})
