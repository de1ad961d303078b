import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os, { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createCluster } from '@/lib/embedded-postgres/create-cluster'
import { startPostgres } from '@/lib/embedded-postgres/start'
import { ensureAppSecret } from '@/lib/platform/start/app-secret'
import { createTemporaryDataDir, silentLogger } from '@/tests/support/database/embedded-cluster'

/** Mounts a disk. Returns `null` where this process may not mount; a test then has nothing to show. */
async function mountDisk(options: string): Promise<string | null> {
  const folder = await mkdtemp(path.join(tmpdir(), 'aanschuif-disk-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return folder
}

describe('a start on a disk that cannot be used', () => {
  test.each([
    ['too small for a database', 'size=20m', /de schijf is vol/],
    ['read-only', 'ro', /de schijf is alleen-lezen/],
  ])('that is %s says so and leaves nothing behind', async (_, options, cause) => {
    const folder = await mountDisk(options)
    if (!folder) return
    await expect(startPostgres({ dataDir: folder, logger: silentLogger })).rejects.toThrow(cause)
    expect(await readdir(folder)).toEqual([])
  })

  test('that has no room for the secret says so and leaves nothing behind', async () => {
    const folder = await mountDisk('size=4k,nr_inodes=1')
    if (!folder) return
    await expect(ensureAppSecret(folder, undefined)).rejects.toThrow(/de schijf is vol/)
    expect(await readdir(folder)).toEqual([])
  })

  test('because DATA_DIR is a file says so', async () => {
    const file = path.join(await createTemporaryDataDir(), 'file')
    await writeFile(file, '')
    await expect(ensureAppSecret(path.join(file, 'data'), undefined)).rejects.toThrow(
      /een deel van het pad is een bestand/,
    )
  })
})

test('a start under a user number without a name says so before it creates a database', async () => {
  const userInfo = vi.spyOn(os, 'userInfo').mockImplementation(() => {
    throw new Error('uv_os_get_passwd returned ENOENT')
  })
  onTestFinished(() => userInfo.mockRestore())
  const dir = path.join(await createTemporaryDataDir(), 'postgres')
  const programs = { initdb: '/nowhere', postgres: '/nowhere' }
  await expect(createCluster(dir, null, programs)).rejects.toThrow(/staat niet in \/etc\/passwd/)
})
