import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const sourcePaths = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'instrumentation-client.ts',
  'next.config.mjs',
  'package-lock.json',
  'tsconfig.json',
]
const fingerprintFile = '.next/built-from'

/**
 * Builds the site unless .next was built from the current sources. Waits for another process that is building. Throws when
 * the build fails or `signal` aborts it.
 */
export async function buildIfNeeded(print: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const fingerprint = await fingerprintOf(sourcePaths)
  const isBuilt = async () => (await readFile(fingerprintFile, 'utf8').catch(() => '')) === fingerprint
  if (await isBuilt()) return
  print('De site wordt gebouwd. Dat duurt ongeveer een minuut, en alleen de eerste keer.')
  while (!(await isBuilt())) {
    if ((await runNextBuild(signal)) === 'built') await writeFile(fingerprintFile, fingerprint)
    else await pause(1_000, undefined, { signal })
  }
}

/** Returns the SHA-256 of the Node version and the names and contents of all files below `paths`. */
async function fingerprintOf(paths: string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  for (const file of (await Promise.all(paths.map(listFiles))).flat()) {
    hash.update(`\0${file}\0`).update(await readFile(file))
  }
  return hash.digest('hex')
}

async function listFiles(root: string): Promise<string[]> {
  if (!(await stat(root)).isDirectory()) return [root]
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

/** Next allows one build at a time, and detects a build that died. */
async function runNextBuild(signal?: AbortSignal): Promise<'built' | 'already-running'> {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const build = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const appendOutput = (chunk: Buffer) => {
    output += chunk.toString()
  }
  build.stdout.on('data', appendOutput)
  build.stderr.on('data', appendOutput)
  const code = await new Promise<number | null>((resolve, reject) => {
    build.on('error', reject)
    build.on('exit', resolve)
  })
  if (code === 0) return 'built'
  if (/Another .* process is already running/.test(output)) return 'already-running'
  throw new Error(`Het bouwen van de site is niet gelukt:\n${output}`)
}
