import { spawnSync } from 'node:child_process'
import { chmod, chown, cp, mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ensureExecutableBinaries, findBinaries } from '@/lib/embedded-postgres/binaries'
import { findServerAccount } from '@/lib/embedded-postgres/os-account'
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

describe.skipIf(!isRoot)('as root (skipped otherwise: only root can become somebody else)', () => {
  test('the server runs as somebody else, in a folder where only root can enter', async () => {
    const dataDir = await createTemporaryDataDir()
    const { url } = await startInProcess(dataDir)
    expect(await queryValues(url, 'SELECT 1')).toEqual([1])
    expect(await serverUid(dataDir)).not.toBe(0)
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
    expect(await ownerOf(dataDir)).toBe(0)

    // What it is for: by its plain path that account cannot reach its own folder.
    const account = await findServerAccount(path.join(dataDir, 'postgres'))
    const { postgres } = await findBinaries(account)
    const plain = spawnSync(postgres, ['-D', path.join(dataDir, 'postgres'), '-C', 'port'], {
      ...account,
      cwd: '/',
      encoding: 'utf8',
    })
    expect(plain.stderr).toMatch(/Permission denied/)
  })

  test('a second process and a later start find it too', async () => {
    const dataDir = await createTemporaryDataDir()
    const [first, second] = [await startSiteProcess(dataDir), await startSiteProcess(dataDir)]
    expect(second).toMatchObject({ url: first.url, wasRunning: true })
    await first.stop()
    await second.stop()
    expect((await startInProcess(dataDir)).url).toBe(first.url)
  })

  test('a folder of a normal user stays of that user, and one that root copied back is used again', async () => {
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

  test('programs that only root can reach are copied once, to a place that is of root alone', async () => {
    const folder = await createTemporaryDataDir()
    const account = await findServerAccount(path.join(folder, 'postgres'))
    const { postgres } = await findBinaries(null)
    const hidden = path.join(folder, 'hidden')
    await cp(path.dirname(path.dirname(postgres)), hidden, { recursive: true, verbatimSymlinks: true })
    const place = path.join('/var/cache', path.basename(folder))
    await mkdir(place)
    onTestFinished(() => rm(place, { recursive: true }))

    const copied = await ensureExecutableBinaries(hidden, account, path.join(place, 'copy'))
    expect(copied.postgres).toBe(path.join(place, 'copy/bin/postgres'))
    const made = await stat(copied.postgres)
    await ensureExecutableBinaries(hidden, account, path.join(place, 'copy'))
    expect((await stat(copied.postgres)).ino).toBe(made.ino)
    expect(await readdir(place)).toEqual(['copy'])

    await chown(path.join(place, 'copy'), nobody, nobody)
    await expect(ensureExecutableBinaries(hidden, account, path.join(place, 'copy'))).rejects.toThrow(
      /niet van root alleen/,
    )
    await chown(path.join(place, 'copy'), 0, 0)
    await chmod(place, 0o777)
    await expect(ensureExecutableBinaries(hidden, account, path.join(place, 'copy'))).rejects.toThrow(
      /niet van root alleen/,
    )
  })
})
