import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { StartError } from '@/lib/platform/start-error'

/** Whom PostgreSQL runs as when we are root, which it refuses to be. Null: as ourselves. */
export type OsAccount = { uid: number; gid: number } | null

/**
 * The account for the server of the folder `dir`, which may not exist yet. As root: the owner of the folder, else the
 * user `postgres`, else `nobody`. Throws StartError when the machine has neither.
 */
export async function findServerAccount(dir: string): Promise<OsAccount> {
  if (process.getuid?.() !== 0) return null
  const owner = await stat(dir).catch(() => null)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'))
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find(([name]) => name === wanted) ?? []
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new StartError(
    'PostgreSQL draait niet als root, en er is geen gebruiker "postgres" of "nobody": maak er een, of start de site als gewone gebruiker.',
  )
}

// Nothing of the site's: PGDATA, PGPORT and the machine's locales would change what happens.
const serverEnvironment = {
  NODE_ENV: process.env.NODE_ENV,
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
}

/**
 * Starts a PostgreSQL program on the data folder `dir`; `args` are made with the name the program must call it. As root it
 * gets the rights of the account, while the folder may lie where only root can enter: Node goes there before it gives up its
 * rights, and the link /proc/self/cwd then leads there without asking the folders above.
 */
export function spawnInDataFolder(
  dir: string,
  account: OsAccount,
  program: string,
  args: (dataFolder: string) => string[],
  options: SpawnOptions,
): ChildProcess {
  return spawn(program, args(account ? '/proc/self/cwd' : dir), {
    ...options,
    ...account,
    cwd: dir,
    env: serverEnvironment,
  })
}
