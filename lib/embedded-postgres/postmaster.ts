import { execFile } from 'node:child_process'
import { link, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { clock } from '@/lib/platform/clock'
import { errorCode } from '@/lib/platform/start-error'

/** What a server wrote about itself in postmaster.pid; `text` is the whole file. Numbers are NaN while it is being written. */
export type Postmaster = { pid: number; port: number; status: string; text: string }

/** Whether a process with this number exists, whatever it is by now. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** The postmaster.pid in `dir`, or null when there is none: then no server runs there. */
export async function readPostmaster(dir: string): Promise<Postmaster | null> {
  const text = await readFile(path.join(dir, 'postmaster.pid'), 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n').map((line) => line.trim())
  return { pid: Number.parseInt(lines[0] ?? '', 10), port: Number(lines[3]), status: lines[7] ?? '', text }
}

/** The setting by which a server of ours says in its arguments which folder it serves; a copy of a folder is another one. */
export async function folderIdentitySetting(dir: string): Promise<string> {
  const { dev, ino } = await stat(dir, { bigint: true })
  return `aanschuif.folder=${dev}:${ino}`
}

/**
 * Whether that process serves this very folder. After a reboot, or in a copy of the folder, the number is another program.
 * In doubt it does: then we wait for it, rather than start a second server.
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
 * Takes away the postmaster.pid of a server that is no more when PostgreSQL would not do so itself: its number is another
 * program now, or the file is empty. If another process did the same just before and started a server, its file is put back.
 */
export async function removeStalePidFile(dir: string, stale: Postmaster): Promise<void> {
  const file = path.join(dir, 'postmaster.pid')
  const movedFile = `${file}.stale-${process.pid}`
  if (stale.pid > 0 ? !isAlive(stale.pid) : await wasJustWritten(file)) return
  try {
    await rename(file, movedFile)
    if ((await readFile(movedFile, 'utf8')) !== stale.text) await link(movedFile, file)
  } catch {
    // Another process was faster; the next look tells.
  } finally {
    await rm(movedFile, { force: true })
  }
}

async function wasJustWritten(file: string): Promise<boolean> {
  const { ctimeMs } = await stat(file).catch(() => ({ ctimeMs: Number.POSITIVE_INFINITY }))
  return clock.now().getTime() - ctimeMs < 5_000
}

/** Fast shutdown: connections end, everything is written. Resolves when the server is down, after a minute anyhow. */
export async function stopServer(dir: string): Promise<void> {
  const server = await readPostmaster(dir)
  if (!server || !(await isServerOf(dir, server))) return
  process.kill(server.pid, 'SIGINT')
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline && (await isServerOf(dir, server))) await pause(20)
}
