import { chown, lchown, lstat, mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { explainDiskError } from '@/lib/platform/start/disk-error'
import { errorCode, StartError } from '@/lib/platform/start-error'
import type { OsAccount } from './server-account'

/** The major version of the embedded PostgreSQL, which cannot read data of another major version. */
const majorVersion = '18'

/** Returns the path of the file that holds the password of the database role `aanschuif`. */
export const passwordFile = (dir: string) => path.join(dir, 'aanschuif-password')

/** Creates `dataDir` if needed. Returns the real path of its folder `postgres`. Throws StartError without permission. */
export async function resolveDataFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const dir = path.join(await realpath(dataDir), 'postgres')
    return await realpath(dir).catch(() => dir)
  } catch (error) {
    throw explainDiskError(error, dataDir)
  }
}

/**
 * Returns whether `dir` holds a database of Aanschuif; `false` if `dir` is empty or missing. Throws StartError when `dir` is
 * not a folder, belongs to another user, or holds other files or the data of another major version.
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

/** Makes `account` the owner of `dir` if root owns it, as after restoring a backup. PostgreSQL refuses a folder of root. */
export async function giveOwnership(dir: string, account: OsAccount): Promise<void> {
  if (!account || (await stat(dir)).uid !== 0) return
  for (const name of await readdir(dir, { recursive: true })) {
    if (name !== path.basename(passwordFile(dir))) await lchown(path.join(dir, name), account.uid, account.gid)
  }
  await chown(dir, account.uid, account.gid)
}
