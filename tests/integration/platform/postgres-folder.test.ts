import { appendFile, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { startPostgres } from '@/lib/platform/postgres/start'
import { ask, quiet, spawnSite, start, temporaryDataDir } from '@/tests/support/cluster'

describe('a postmaster.pid that lies', () => {
  const pidFile = (dataDir: string) => path.join(dataDir, 'postgres/postmaster.pid')
  async function stopped() {
    const dataDir = await temporaryDataDir()
    const postgres = await startPostgres({ dataDir, logger: quiet })
    const written = await readFile(pidFile(dataDir), 'utf8')
    await postgres.leave()
    return { dataDir, written }
  }

  test('because its number is another program now, does not stop the start', async () => {
    const { dataDir, written } = await stopped()
    const sleeper = spawnSite(await temporaryDataDir())
    await writeFile(pidFile(dataDir), written.replace(/^\d+/, String(sleeper.pid)), { mode: 0o600 })
    const { url, adopted } = await start(dataDir)
    expect(adopted).toBe(false)
    expect(await ask(url, 'SELECT 1')).toEqual([1])
  })

  test('because the folder is a copy of one in use, does not lead to the other folder', async () => {
    const { dataDir } = await stopped()
    const copy = await temporaryDataDir()
    await cp(dataDir, copy, { recursive: true })
    const original = await start(dataDir)
    await cp(pidFile(dataDir), pidFile(copy))
    const { url, adopted } = await start(copy)
    expect(adopted).toBe(false)
    expect(url).not.toBe(original.url)
    await ask(url, 'CREATE TABLE only_here ()')
    expect(await ask(original.url, `SELECT to_regclass('only_here')`)).toEqual([null])
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
    await expect(startPostgres({ dataDir, logger: quiet })).rejects.toThrow(message)
    expect(await look()).toEqual(before)
    expect(await readdir(dataDir)).toEqual(['postgres'])
  }

  test('of another major version: both are named, nothing is touched', async () => {
    const dataDir = await temporaryDataDir()
    await (await startPostgres({ dataDir, logger: quiet })).leave()
    await writeFile(path.join(dataDir, 'postgres/PG_VERSION'), '17\n')
    await untouched(dataDir, /PostgreSQL 17.*PostgreSQL 18.*niets veranderd/)
  })

  test('with other things in it', async () => {
    const dataDir = await temporaryDataDir()
    await mkdir(path.join(dataDir, 'postgres'))
    await appendFile(path.join(dataDir, 'postgres/holiday.txt'), 'photos')
    await untouched(dataDir, /iets anders dan een database van Aanschuif/)
    await rm(path.join(dataDir, 'postgres'), { recursive: true })
    await writeFile(path.join(dataDir, 'postgres'), '')
    await expect(startPostgres({ dataDir, logger: quiet })).rejects.toThrow(/is geen map/)
  })

  test('of another user, while we are not root', async () => {
    const dataDir = await temporaryDataDir()
    await mkdir(path.join(dataDir, 'postgres'))
    const getuid = vi.spyOn(process, 'getuid').mockReturnValue(4_242)
    onTestFinished(() => getuid.mockRestore())
    await untouched(dataDir, /van een andere gebruiker/)
  })
})
