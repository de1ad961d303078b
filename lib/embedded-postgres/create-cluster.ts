import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { errorCode, StartError } from '@/lib/platform/start-error'
import type { Binaries } from './binaries'
import { passwordFile } from './data-folder'
import { type OsAccount, spawnInDataFolder } from './os-account'
import { isAlive } from './postmaster'

const foldersInProgress = new Set<string>()

/**
 * Creates a database in `dir`, which is empty or missing. It is created in a temporary folder and then renamed, so that
 * concurrent processes agree on one database and a crash leaves `dir` unchanged.
 */
export async function createCluster(dir: string, account: OsAccount, binaries: Binaries): Promise<void> {
  await removeLeftovers(dir)
  const temporaryFolder = `${dir}.making-${process.pid}-${randomBytes(4).toString('hex')}`
  foldersInProgress.add(temporaryFolder)
  try {
    await mkdir(temporaryFolder, { mode: 0o700 })
    if (account) await chown(temporaryFolder, account.uid, account.gid)
    await initialiseCluster(temporaryFolder, account, binaries)
    await rename(temporaryFolder, dir)
    await syncFolder(path.dirname(dir))
  } catch (error) {
    await removeFolder(temporaryFolder)
    const code = errorCode(error)
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return
    if (code === 'EBUSY')
      throw new StartError(
        `${dir} is zelf een gekoppelde schijf: koppel de map erboven, of zet DATA_DIR op een andere map.`,
      )
    if (error instanceof StartError) throw error
    throw new StartError(
      `In ${path.dirname(dir)} is geen database te maken (${code ?? error}): geef rechten of ruimte, of zet DATA_DIR op een andere map.`,
    )
  } finally {
    foldersInProgress.delete(temporaryFolder)
  }
}

async function initialiseCluster(dir: string, account: OsAccount, { initdb, postgres }: Binaries): Promise<void> {
  // The builtin C.UTF-8 sorts and folds case equally on every machine, independent of its locales.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const options = ['--username=postgres', '--auth=reject', '--data-checksums', '--no-instructions', ...locale]
  await runProgram(
    dir,
    spawnInDataFolder(dir, account, initdb, (folder) => ['-D', folder, ...options], pipedStdio),
  )

  // The role of the site is no superuser. The superuser can connect only in single-user mode, as here.
  const password = randomBytes(24).toString('base64url')
  await runProgram(
    dir,
    spawnInDataFolder(dir, account, postgres, (folder) => ['--single', '-D', folder, 'postgres'], pipedStdio),
    [`CREATE ROLE aanschuif LOGIN CREATEDB PASSWORD '${password}'`, 'CREATE DATABASE aanschuif OWNER aanschuif'],
  )
  await rm(path.join(dir, 'pg_hba.conf'))
  await writePrivateFile(path.join(dir, 'pg_hba.conf'), 'host all aanschuif 127.0.0.1/32 scram-sha-256\n', account)
  await writePrivateFile(passwordFile(dir), `${password}\n`, null)
  await syncFolder(dir)
}

const pipedStdio: SpawnOptions = { stdio: ['pipe', 'ignore', 'pipe'] }

/** Sends `lines` to the program and waits until it exits. A failed statement is only in stderr, not in the exit code. */
async function runProgram(dir: string, child: ChildProcess, lines: string[] = []): Promise<void> {
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  child.stdin?.on('error', () => {}).end(lines.map((line) => `${line}\n`).join(''))
  const [code, stderr] = await Promise.all([ended, child.stderr ? text(child.stderr) : ''])
  const errorLine = stderr.split('\n').find((line) => /error:|ERROR:|FATAL:|PANIC:/.test(line))
  if (code !== 0 || errorLine) {
    throw new StartError(`PostgreSQL kan in ${path.dirname(dir)} geen database maken: ${errorLine ?? `code ${code}`}.`)
  }
}

/** Creates a file that only its owner can read. Fails on an existing file, so that root follows no link. */
async function writePrivateFile(file: string, content: string, owner: OsAccount): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    if (owner) await handle.chown(owner.uid, owner.gid)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolder(dir: string): Promise<void> {
  const handle = await open(dir, 'r')
  await handle.sync().finally(() => handle.close())
}

async function removeLeftovers(dir: string): Promise<void> {
  const parent = path.dirname(dir)
  for (const name of await readdir(parent)) {
    const [, pid] = name.match(`^${path.basename(dir)}\\.making-(\\d+)-`) ?? []
    const leftover = path.join(parent, name)
    if (!pid || foldersInProgress.has(leftover)) continue
    if (Number(pid) === process.pid || !isAlive(Number(pid))) await removeFolder(leftover)
  }
}

/** Ignores failures: an orphaned initdb may still be writing. A later start then removes the rest. */
async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }).catch(() => {})
}
