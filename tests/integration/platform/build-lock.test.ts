import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from '@/lib/platform/start/build-lock'

const run = promisify(execFile)

let folder: string
let lockFile: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'aanschuif-lock-'))
  lockFile = path.join(folder, 'cache/building')
})
afterEach(() => rm(folder, { recursive: true }))

/** Waits for the lock, holds it for a moment and releases it. Writes the begin and the end to the log. */
const holdLock = (log: string) => `
  import { appendFileSync, rmSync } from 'node:fs'
  import { takeLock } from ${JSON.stringify(path.resolve('lib/platform/start/build-lock.ts'))}
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  for (let time = 0; time < 3; time += 1) {
    while (!(await takeLock(${JSON.stringify(lockFile)}))) await pause(2)
    appendFileSync(${JSON.stringify(log)}, 'begin\\n')
    await pause(20)
    appendFileSync(${JSON.stringify(log)}, 'end\\n')
    rmSync(${JSON.stringify(lockFile)})
  }`

test('one process at a time has the lock', async () => {
  const log = path.join(folder, 'log')
  const script = path.join(folder, 'hold.mts')
  await writeFile(script, holdLock(log))
  await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, ['--import', 'tsx', script])))
  expect(await readFile(log, 'utf8')).toBe('begin\nend\n'.repeat(12))
}, 60_000)

test('a lock of a running process is kept, and one of a process that ended is taken over', async () => {
  expect(await takeLock(lockFile)).toBe(true)
  await writeFile(lockFile, String(process.ppid))
  expect([await takeLock(lockFile), await takeLock(lockFile)]).toEqual([false, false])
  const { stdout: endedId } = await run(process.execPath, ['-p', 'process.pid'])
  await writeFile(lockFile, endedId)
  expect([await takeLock(lockFile), await takeLock(lockFile)]).toEqual([false, true])
  expect(await readFile(lockFile, 'utf8')).toBe(String(process.pid))
})
