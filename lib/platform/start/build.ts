import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, constants, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from '../start-error'
import { serverActionsKey } from './action-key'
import { takeLock } from './build-lock'
import { explainDiskError } from './disk-error'

export const sourceFolders = ['app', 'components', 'emails', 'lib', 'prisma', 'public']
const sourceFiles = ['instrumentation-client.ts', 'next.config.mjs', 'package-lock.json', 'tsconfig.json']
const fingerprintFile = '.next/built-from'
// A build deletes the other folders of .next.
const lockFile = '.next/cache/building'

/**
 * Builds the site unless .next was built from the current sources. Waits while another process is building: a second build
 * would delete the result of the first, which may already be in use. Throws when the build fails or `signal` aborts it.
 */
export async function buildIfNeeded(print: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const fingerprint = await fingerprintOfSources()
  const isBuilt = async () => (await readFile(fingerprintFile, 'utf8').catch(() => '')) === fingerprint
  if (await isBuilt()) return
  await assertWritable('.next')
  print('De site wordt gebouwd. Dat duurt ongeveer een minuut, en alleen de eerste keer.')
  const tryToBuild = async () => {
    if (!(await takeLock(lockFile))) return
    try {
      if (!(await isBuilt()) && (await runNextBuild(signal)) === 'built') await writeFile(fingerprintFile, fingerprint)
    } finally {
      await rm(lockFile, { force: true })
    }
  }
  for (;;) {
    await tryToBuild()
    if (await isBuilt()) return
    await pause(1_000, undefined, { signal })
  }
}

/** Throws StartError when this user cannot build in `folder`, which may not exist yet. */
async function assertWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (error) {
    throw explainDiskError(error, path.resolve(folder), 'bouw de site eerst als een gebruiker die daar mag schrijven')
  }
}

/** Returns the SHA-256 of the Node version and the names and contents of all sources. */
async function fingerprintOfSources(): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  const files = [...(await Promise.all(sourceFolders.map(listFiles))).flat(), ...sourceFiles]
  for (const file of files) hash.update(`\0${file}\0`).update(await readFile(file))
  return hash.digest('hex')
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.flatMap((entry) => (entry.isFile() ? [path.join(entry.parentPath, entry.name)] : [])).sort()
}

/** Runs `next build`, or returns `already-running` if Next refuses during another build. Throws if it fails. */
async function runNextBuild(signal?: AbortSignal): Promise<'built' | 'already-running'> {
  const env = {
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: serverActionsKey(process.env.APP_SECRET),
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const build = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { env, signal })
  build.stdin.end()
  const [output, code] = await Promise.all([
    Promise.all([text(build.stdout), text(build.stderr)]),
    new Promise<number | null>((resolve, reject) => build.on('error', reject).on('exit', resolve)),
  ])
  if (code === 0) return 'built'
  if (/Another .* process is already running/.test(output.join('\n'))) return 'already-running'
  throw new StartError(`Het bouwen van de site is niet gelukt:\n${output.join('\n')}`)
}
