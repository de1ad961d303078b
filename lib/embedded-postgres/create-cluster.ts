import { type ExecFileException, execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, lchown, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { explainDiskError } from '@/lib/platform/start/disk-error'
import { errorCode, StartError } from '@/lib/platform/start-error'
import type { Binaries } from './binaries'
import { passwordFile } from './data-folder'
import { isAlive } from './postmaster'
import { inDataFolder, type OsAccount } from './server-account'

/** Random key that distinguishes this process from an earlier one with the same process id, as in a restarted container. */
const processKey = randomBytes(4).toString('hex')

/**
 * Creates a database in `dir`, which must be empty or missing. Builds it in a temporary folder and renames that, so that a
 * crash leaves `dir` unchanged. Keeps the database of a concurrent process that was faster. Throws StartError on failure.
 */
export async function createCluster(dir: string, account: OsAccount, binaries: Binaries): Promise<void> {
  if (!account) assertNamedUser()
  await removeLeftovers(dir)
  let temporaryFolder: string | undefined
  try {
    temporaryFolder = await mkdtemp(`${dir}.making-${process.pid}-${processKey}-`)
    if (account) await chown(temporaryFolder, account.uid, account.gid)
    await initialiseCluster(temporaryFolder, account, binaries)
    await rename(temporaryFolder, dir)
    await syncFolder(path.dirname(dir))
  } catch (error) {
    if (temporaryFolder) await removeFolder(temporaryFolder)
    const code = errorCode(error)
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return
    if (code !== 'EBUSY') throw explainDiskError(error, path.dirname(dir))
    const why = `${dir} is zelf een gekoppelde schijf: koppel de map erboven`
    throw new StartError(`${why}, of zet DATA_DIR op een andere map.`)
  }
}

/** Throws StartError when the user of this process has no name, as in a container that runs under an arbitrary user id. */
function assertNamedUser(): void {
  try {
    os.userInfo()
  } catch {
    throw new StartError(
      `De gebruiker met nummer ${process.getuid?.()} staat niet in /etc/passwd, en dan maakt PostgreSQL geen database. Zet de gebruiker erin, start de site als een andere gebruiker, of zet DATABASE_URL.`,
    )
  }
}

async function initialiseCluster(dir: string, account: OsAccount, { initdb, postgres }: Binaries): Promise<void> {
  const { folder, options } = inDataFolder(dir, account)
  // The builtin C.UTF-8 sorts and folds case equally on every machine, independent of its locales.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const safety = ['--username=postgres', '--auth=reject', '--data-checksums', '--no-instructions']
  await runProgram(initdb, ['-D', folder, ...safety, ...locale], options)

  // The role of the site is no superuser. The superuser can connect only in single-user mode, as here.
  const password = randomBytes(24).toString('base64url')
  await runProgram(postgres, ['--single', '-D', folder, 'postgres'], options, [
    `CREATE ROLE aanschuif LOGIN CREATEDB PASSWORD '${password}'`,
    'CREATE DATABASE aanschuif OWNER aanschuif',
  ])
  // `wx` fails on an existing file, so that root follows no link that the account created.
  const newFile = { flag: 'wx', mode: 0o600, flush: true }
  const accessFile = path.join(dir, 'pg_hba.conf')
  await rm(accessFile)
  await writeFile(accessFile, 'host all aanschuif 127.0.0.1/32 scram-sha-256\n', newFile)
  if (account) await lchown(accessFile, account.uid, account.gid)
  await writeFile(passwordFile(dir), `${password}\n`, newFile)
  await syncFolder(dir)
}

type ProgramOptions = ReturnType<typeof inDataFolder>['options']

/** Runs a program with `lines` as its input. Throws StartError if the program fails or reports an SQL error. */
async function runProgram(program: string, args: string[], options: ProgramOptions, lines: string[] = []) {
  const running = promisify(execFile)(program, args, options)
  running.child.stdin?.on('error', () => {}).end(lines.map((line) => `${line}\n`).join(''))
  const result = await running.catch((error: ExecFileException) => error)
  // An error code in text means that the program did not start.
  if (errorCode(result)) throw result
  const errorLine = result.stderr?.split('\n').find((line) => /error:|ERROR:|FATAL:|PANIC:/.test(line))
  const reason = errorLine ?? ('code' in result ? `code ${result.code}` : null)
  if (reason?.includes('No space left on device'))
    throw explainDiskError(Object.assign(new Error(reason), { code: 'ENOSPC' }), path.dirname(options.cwd))
  if (reason) throw new StartError(`PostgreSQL kan in ${path.dirname(options.cwd)} geen database maken: ${reason}.`)
}

async function syncFolder(dir: string): Promise<void> {
  const handle = await open(dir, 'r')
  await handle.sync().finally(() => handle.close())
}

async function removeLeftovers(dir: string): Promise<void> {
  for (const name of await readdir(path.dirname(dir))) {
    const [, pid, key] = name.match(`^${path.basename(dir)}\\.making-(\\d+)-(.{8})`) ?? []
    const isAbandoned = Number(pid) === process.pid ? key !== processKey : !isAlive(Number(pid))
    if (pid && isAbandoned) await removeFolder(path.join(path.dirname(dir), name))
  }
}

/** Deletes a folder. Ignores failures: an orphaned initdb may still write to it, and a later start deletes the rest. */
async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }).catch(() => {})
}
