import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureAppSecret } from '@/lib/platform/start/app-secret'
import { StartError } from '@/lib/platform/start-error'

const run = promisify(execFile)
const configuredSecret = 'gegeven-gegeven-gegeven-gegeven-gegeven'
const modeOf = async (file: string) => (await stat(file)).mode & 0o777

let folder: string
let dataDir: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'aanschuif-secret-'))
  dataDir = path.join(folder, 'data')
  file = path.join(dataDir, 'app-secret')
})
afterEach(() => rm(folder, { recursive: true }))

/** Returns the secret that a new process gets. */
async function secretInNewProcess(env: Record<string, string>): Promise<string> {
  const script = `
    const { ensureAppSecret } = await import('@/lib/platform/start/app-secret')
    process.stdout.write(await ensureAppSecret(${JSON.stringify(dataDir)}, process.env.APP_SECRET))`
  const { PATH = '' } = process.env
  const options = ['--import', 'tsx', '--input-type=module', '-e', script]
  return (await run(process.execPath, options, { env: { NODE_ENV: 'test', PATH, ...env } })).stdout
}

describe('without APP_SECRET', () => {
  it('the first start creates a secret of 256 bits that only its owner can read, and the next start keeps it', async () => {
    const secret = await ensureAppSecret(dataDir, undefined)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(await modeOf(file)).toBe(0o600)
    expect(await modeOf(dataDir)).toBe(0o700)
    expect(await readdir(dataDir)).toEqual(['app-secret'])
    expect(await ensureAppSecret(dataDir, undefined)).toBe(secret)
  })

  it('concurrent first starts agree on one secret', async () => {
    const secrets = await Promise.all(Array.from({ length: 4 }, () => secretInNewProcess({})))
    expect(new Set(secrets).size).toBe(1)
    expect(secrets[0]).toBe(await readFile(file, 'utf8'))
    expect(await readdir(dataDir)).toEqual(['app-secret'])
  }, 30_000)

  it('restricts a file that others can read to its owner', async () => {
    const secret = await ensureAppSecret(dataDir, undefined)
    await chmod(file, 0o644)
    expect(await ensureAppSecret(dataDir, undefined)).toBe(secret)
    expect(await modeOf(file)).toBe(0o600)
  })

  it.each(['', 'kapot', '\n\n'])('refuses a file with %j and says what to do', async (content) => {
    await ensureAppSecret(dataDir, undefined)
    await writeFile(file, content)
    const error = await ensureAppSecret(dataDir, undefined).catch((refusal: unknown) => refusal)
    expect(error).toBeInstanceOf(StartError)
    expect(String(error)).toContain('reservekopie')
    expect(await readFile(file, 'utf8')).toBe(content)
  })
})

it('with APP_SECRET every process uses that secret, and no file is written', async () => {
  expect(
    await Promise.all([
      secretInNewProcess({ APP_SECRET: configuredSecret }),
      secretInNewProcess({ APP_SECRET: configuredSecret }),
    ]),
  ).toEqual([configuredSecret, configuredSecret])
  expect(await readdir(folder)).toEqual([])
}, 30_000)
