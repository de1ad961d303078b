import { readFile, stat } from 'node:fs/promises'
import { StartError } from '@/lib/platform/start-error'

/** The OS account for PostgreSQL, which refuses to run as root. `null` is the account of the site itself. */
export type OsAccount = { uid: number; gid: number } | null

/**
 * Returns the account to run PostgreSQL on the data folder `dir`, which may not exist yet. If the site runs as root, that
 * is the owner of `dir`, else the user `postgres`, else `nobody`. Throws StartError when these users do not exist.
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
  const reason = 'PostgreSQL draait niet als root, en er is geen gebruiker "postgres" of "nobody"'
  throw new StartError(`${reason}: maak er een, of start de site als gewone gebruiker.`)
}

/**
 * Returns the spawn options for a PostgreSQL program on the data folder `dir`, and the path to pass to `-D`. The account may
 * lack access to the parents of `dir`. Node enters `dir` before it drops the rights of root, so /proc/self/cwd works.
 */
export const inDataFolder = (dir: string, account: OsAccount) => ({
  folder: account ? '/proc/self/cwd' : dir,
  // Nothing of the environment is inherited: PGDATA, PGPORT and the locale would change the behaviour.
  options: {
    ...account,
    cwd: dir,
    env: { NODE_ENV: process.env.NODE_ENV, PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  },
})
