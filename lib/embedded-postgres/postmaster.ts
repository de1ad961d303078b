import { execFile } from 'node:child_process'
import { link, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { clock } from '@/lib/platform/clock'
import { errorCode } from '@/lib/platform/start-error'

/** The content of postmaster.pid, the file of a running server. Numbers are NaN while PostgreSQL is writing the file. */
export type Postmaster = { pid: number; port: number; status: string; text: string }

/** Returns whether a process with this id exists. It may be another program than the one that had the id before. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** Returns the content of postmaster.pid in the data folder `dir`, or `null` when the file is missing: no server runs. */
export async function readPostmaster(dir: string): Promise<Postmaster | null> {
  const text = await readFile(path.join(dir, 'postmaster.pid'), 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n').map((line) => line.trim())
  return { pid: Number.parseInt(lines[0] ?? '', 10), port: Number(lines[3]), status: lines[7] ?? '', text }
}

/** Returns a command-line setting by which `isServerOf` recognises the server of `dir`. It differs for a copied folder. */
export async function folderIdentitySetting(dir: string): Promise<string> {
  const { dev, ino } = await stat(dir, { bigint: true })
  return `aanschuif.folder=${dev}:${ino}`
}

/**
 * Returns whether the process of `postmaster.pid` is the server of `dir`. After a reboot or in a copied folder, another
 * program can have its id. Returns `true` if the command line cannot be read, so that no second server is started.
 */
export async function isServerOf(dir: string, { pid }: Postmaster): Promise<boolean> {
  if (!(pid > 0) || !isAlive(pid)) return false
  const commandLine = await commandLineOf(pid)
  if (commandLine === null) return isAlive(pid)
  const identity = commandLine.find((word) => word.startsWith('aanschuif.folder='))
  return identity ? identity === (await folderIdentitySetting(dir)) : path.basename(commandLine[0] ?? '') === 'postgres'
}

async function commandLineOf(pid: number): Promise<string[] | null> {
  try {
    if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0')
    return (await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)])).stdout.trim().split(/\s+/)
  } catch {
    return null
  }
}

/**
 * Deletes a stale postmaster.pid that PostgreSQL itself would keep: the file is empty, or its process id belongs to another
 * program. Keeps the file when another process has started a server meanwhile.
 */
export async function removeStalePidFile(dir: string, stale: Postmaster): Promise<void> {
  const file = path.join(dir, 'postmaster.pid')
  const movedFile = `${file}.stale-${process.pid}`
  const writtenAt = (await stat(file).catch(() => null))?.ctimeMs ?? Number.POSITIVE_INFINITY
  const wasJustWritten = clock.now().getTime() - writtenAt < 5_000
  if (stale.pid > 0 ? !isAlive(stale.pid) : wasJustWritten) return
  try {
    await rename(file, movedFile)
    if ((await readFile(movedFile, 'utf8')) !== stale.text) await link(movedFile, file)
  } catch {
    // Another process was faster. The caller reads the file again.
  } finally {
    await rm(movedFile, { force: true })
  }
}

/** Stops the server of `dir` with a fast shutdown. Resolves when the server has exited, or after a minute. */
export async function stopServer(dir: string): Promise<void> {
  const server = await readPostmaster(dir)
  if (!server || !(await isServerOf(dir, server))) return
  process.kill(server.pid, 'SIGINT')
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline && (await isServerOf(dir, server))) await pause(20)
}
