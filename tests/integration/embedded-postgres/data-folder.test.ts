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

describe('a postmaster.pid that lies', () => {
  const pidFile = (dataDir: string) => path.join(dataDir, 'postgres/postmaster.pid')
  async function stopped() {
    const dataDir = await createTemporaryDataDir()
    const postgres = await startPostgres({ dataDir, logger: silentLogger })
    const written = await readFile(pidFile(dataDir), 'utf8')
    await postgres.detach()
    return { dataDir, written }
  }

  test('because its number is another program now, does not stop the start', async () => {
    const { dataDir, written } = await stopped()
    const sleeper = spawnSiteProcess(await createTemporaryDataDir())
    await writeFile(pidFile(dataDir), written.replace(/^\d+/, String(sleeper.pid)), { mode: 0o600 })
    const { url, wasRunning } = await startInProcess(dataDir)
    expect(wasRunning).toBe(false)
    expect(await queryValues(url, 'SELECT 1')).toEqual([1])
  })

  test('because the folder is a copy of one in use, does not lead to the other folder', async () => {
    const { dataDir } = await stopped()
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

describe('a folder that is not ours to use', () => {
  async function untouched(dataDir: string, message: RegExp) {
    const dir = path.join(dataDir, 'postgres')
    const look = async () => {
      const names = ['.', ...(await readdir(dir, { recursive: true }))]
      return Promise.all(
        names.map(async (name) => [name, (await stat(path.join(dir, name), { bigint: true })).mtimeNs]),
      )
    }
    const before = await look()
    await expect(startPostgres({ dataDir, logger: silentLogger })).rejects.toThrow(message)
    expect(await look()).toEqual(before)
    expect(await readdir(dataDir)).toEqual(['postgres'])
  }

  test('of another major version: both are named, nothing is touched', async () => {
    const dataDir = await createTemporaryDataDir()
    await (await startPostgres({ dataDir, logger: silentLogger })).detach()
    await writeFile(path.join(dataDir, 'postgres/PG_VERSION'), '17\n')
    await untouched(dataDir, /PostgreSQL 17.*PostgreSQL 18.*niets veranderd/)
  })

  test('with other things in it', async () => {
    const dataDir = await createTemporaryDataDir()
    await mkdir(path.join(dataDir, 'postgres'))
    await appendFile(path.join(dataDir, 'postgres/holiday.txt'), 'photos')
    await untouched(dataDir, /iets anders dan een database van Aanschuif/)
    await rm(path.join(dataDir, 'postgres'), { recursive: true })
    await writeFile(path.join(dataDir, 'postgres'), '')
    await expect(startPostgres({ dataDir, logger: silentLogger })).rejects.toThrow(/is geen map/)
  })

  test('of another user, while we are not root', async () => {
    const dataDir = await createTemporaryDataDir()
    await mkdir(path.join(dataDir, 'postgres'))
    const getuid = vi.spyOn(process, 'getuid').mockReturnValue(4_242)
    onTestFinished(() => getuid.mockRestore())
    await untouched(dataDir, /van een andere gebruiker/)
  })
})
