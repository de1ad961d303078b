import { spawnSync } from 'node:child_process'
import { chmod, chown, cp, mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ensureExecutableBinaries, findBinaries } from '@/lib/embedded-postgres/binaries'
import { findServerAccount } from '@/lib/embedded-postgres/server-account'
import { startPostgres } from '@/lib/embedded-postgres/start'
import {
  createTemporaryDataDir,
  queryValues,
  silentLogger,
  startInProcess,
  startSiteProcess,
} from '@/tests/support/database/embedded-cluster'
import { serverPid } from '@/tests/support/database/server-process'

const isRoot = process.getuid?.() === 0
const nobody = 65_534
const ownerOf = async (file: string) => (await stat(file)).uid
const serverUid = (dataDir: string) => ownerOf(`/proc/${serverPid(dataDir)}`)

async function chownAll(dir: string, uid: number, gid: number) {
  for (const name of [...(await readdir(dir, { recursive: true })), '.']) await chown(path.join(dir, name), uid, gid)
}

describe.skipIf(!isRoot)('as root', () => {
  test('the server runs under another account, in a folder that only root can enter', async () => {
    const dataDir = await createTemporaryDataDir()
    const { url } = await startInProcess(dataDir)
    expect(await queryValues(url, 'SELECT 1')).toEqual([1])
    expect(await serverUid(dataDir)).not.toBe(0)
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
    expect(await ownerOf(dataDir)).toBe(0)

    // Shows why the detour is needed: the account cannot reach the folder by its path.
    const account = await findServerAccount(path.join(dataDir, 'postgres'))
    const { postgres } = await findBinaries(account)
    const withPlainPath = spawnSync(postgres, ['-D', path.join(dataDir, 'postgres'), '-C', 'port'], {
      ...account,
      cwd: '/',
      encoding: 'utf8',
    })
    expect(withPlainPath.stderr).toMatch(/Permission denied/)
  })

  test('a second process and a later start use the same server', async () => {
    const dataDir = await createTemporaryDataDir()
    const [first, second] = [await startSiteProcess(dataDir), await startSiteProcess(dataDir)]
    expect(second).toMatchObject({ url: first.url, wasRunning: true })
    await first.stop()
    await second.stop()
    expect((await startInProcess(dataDir)).url).toBe(first.url)
  })

  test('a folder keeps its owner, and a folder that root restored is used again', async () => {
    const dataDir = await createTemporaryDataDir()
    const dir = path.join(dataDir, 'postgres')
    const run = async () => {
      const postgres = await startPostgres({ dataDir, logger: silentLogger })
      const owner = await serverUid(dataDir)
      await postgres.detach()
      return owner
    }
    await run()
    await chownAll(dir, nobody, nobody)
    expect(await run()).toBe(nobody)
    expect(await ownerOf(path.join(dir, 'server.log'))).toBe(nobody)

    await chownAll(dir, 0, 0)
    expect(await run()).not.toBe(0)
  })

  test('programs that the account cannot read are copied once, to a folder that only root can change', async () => {
    const folder = await createTemporaryDataDir()
    const account = await findServerAccount(path.join(folder, 'postgres'))
    const { postgres } = await findBinaries(null)
    const hidden = path.join(folder, 'hidden')
    await cp(path.dirname(path.dirname(postgres)), hidden, { recursive: true, verbatimSymlinks: true })
    const cacheFolder = path.join('/var/cache', path.basename(folder))
    await mkdir(cacheFolder)
    onTestFinished(() => rm(cacheFolder, { recursive: true }))

    const copied = await ensureExecutableBinaries(hidden, account, path.join(cacheFolder, 'copy'))
    expect(copied.postgres).toBe(path.join(cacheFolder, 'copy/bin/postgres'))
    const firstCopy = await stat(copied.postgres)
    await ensureExecutableBinaries(hidden, account, path.join(cacheFolder, 'copy'))
    expect((await stat(copied.postgres)).ino).toBe(firstCopy.ino)
    expect(await readdir(cacheFolder)).toEqual(['copy'])

    await chown(path.join(cacheFolder, 'copy'), nobody, nobody)
    await expect(ensureExecutableBinaries(hidden, account, path.join(cacheFolder, 'copy'))).rejects.toThrow(
      /niet van root alleen/,
    )
    await chown(path.join(cacheFolder, 'copy'), 0, 0)
    await chmod(cacheFolder, 0o777)
    await expect(ensureExecutableBinaries(hidden, account, path.join(cacheFolder, 'copy'))).rejects.toThrow(
      /niet van root alleen/,
    )
  })
})
