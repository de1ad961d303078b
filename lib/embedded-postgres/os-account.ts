import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { StartError } from '@/lib/platform/start-error'

/** The account of PostgreSQL when the site runs as root, which PostgreSQL refuses. `null` is the own account. */
export type OsAccount = { uid: number; gid: number } | null

/**
 * Returns the account for the server of `dir`, which may not exist yet. For root that is the owner of the folder, else the
 * user `postgres`, else `nobody`. Throws StartError when there is none.
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

// Nothing is inherited: PGDATA, PGPORT and the locale would change the behaviour.
const serverEnvironment = {
  NODE_ENV: process.env.NODE_ENV,
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
}

/**
 * Starts a PostgreSQL program on the data folder `dir`. `args` receives the path that the program must use. The account may
 * lack access to the parent folders. Node changes to `dir` before it drops the rights of root, so /proc/self/cwd works.
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
