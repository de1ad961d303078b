import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Returns the process id of the server of this DATA_DIR, or `null` when none runs. */
export function serverPid(dataDir: string): number | null {
  try {
    return Number.parseInt(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10)
  } catch {
    return null
  }
}

/** Sends SIGKILL to the server, and in the second mode to its children at the same moment. */
export function killServer(dataDir: string, mode: 'alone' | 'with its children'): void {
  const pid = serverPid(dataDir)
  if (!pid || !isRunning(pid)) return
  const children = mode === 'alone' ? [] : childrenOf(pid)
  for (const each of [pid, ...children]) killProcess(each)
}

/** Returns whether the process runs. A zombie does not. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Returns the id of the site process below `npm start` and its shell. */
export function findSiteProcess(npm: number): number {
  const next = childrenOf(npm).find((child) => /\bserver\.ts\b/.test(argumentsOf(child)))
  return next ? findSiteProcess(next) : npm
}

function argumentsOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function childrenOf(pid: number): number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return numbers.map(Number).filter((one) => parentOf(one) === pid)
}

function parentOf(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/^PPid:\s+(\d+)/m)?.[1])
  } catch {
    return null
  }
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has already exited.
  }
}
