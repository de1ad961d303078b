import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from '../start-error'

/**
 * Takes the lock at path `file` for this process. Returns `false` if the lock exists, but deletes a lock of a process that
 * no longer runs, so that the next call succeeds. The file holds the process id; deleting it releases the lock.
 */
export async function takeLock(file: string): Promise<boolean> {
  const ownFile = `${file}.${process.pid}`
  await mkdir(path.dirname(file), { recursive: true })
  // A link appears with its content at once, so that no process reads an empty lock.
  await writeFile(ownFile, String(process.pid))
  try {
    await link(ownFile, file)
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    const owner = Number(await readFile(file, 'utf8').catch(() => process.pid))
    // After a crash, a restarted container has the same process id.
    if (owner === process.pid || !isRunning(owner)) await rm(file, { force: true })
    return false
  } finally {
    await rm(ownFile, { force: true })
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch (error) {
    // EPERM: the process runs as another user.
    return errorCode(error) === 'EPERM'
  }
}
