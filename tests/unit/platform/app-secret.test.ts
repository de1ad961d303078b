import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureAppSecret } from '@/lib/platform/app-secret'
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

/** What a process of its own starts with. */
async function secretInNewProcess(env: Record<string, string>): Promise<string> {
  const script = `
    const { ensureAppSecret } = await import('@/lib/platform/app-secret')
    process.stdout.write(await ensureAppSecret(${JSON.stringify(dataDir)}, process.env.APP_SECRET))`
  const { PATH = '' } = process.env
  const options = ['--import', 'tsx', '--input-type=module', '-e', script]
  return (await run(process.execPath, options, { env: { NODE_ENV: 'test', PATH, ...env } })).stdout
}

describe('without APP_SECRET', () => {
  it('the first start makes one of 256 bits, in a file and a folder for its owner only, and the next keeps it', async () => {
    const made = await ensureAppSecret(dataDir, undefined)
    expect(Buffer.from(made, 'base64url')).toHaveLength(32)
    expect(await modeOf(file)).toBe(0o600)
    expect(await modeOf(dataDir)).toBe(0o700)
    expect(await readdir(dataDir)).toEqual(['app-secret'])
    expect(await ensureAppSecret(dataDir, undefined)).toBe(made)
  })

  it('of several processes that start at once one makes it, and all have the same', async () => {
    const secrets = await Promise.all(Array.from({ length: 4 }, () => secretInNewProcess({})))
    expect(new Set(secrets).size).toBe(1)
    expect(secrets[0]).toBe(await readFile(file, 'utf8'))
    expect(await readdir(dataDir)).toEqual(['app-secret'])
  }, 30_000)

  it('one that others could read is for its owner only again', async () => {
    const made = await ensureAppSecret(dataDir, undefined)
    await chmod(file, 0o644)
    expect(await ensureAppSecret(dataDir, undefined)).toBe(made)
    expect(await modeOf(file)).toBe(0o600)
  })

  it.each(['', 'kapot', '\n\n'])('%j in its file stops the start with what to do', async (content) => {
    await ensureAppSecret(dataDir, undefined)
    await writeFile(file, content)
    const error = await ensureAppSecret(dataDir, undefined).catch((refusal: unknown) => refusal)
    expect(error).toBeInstanceOf(StartError)
    expect(String(error)).toContain('reservekopie')
    expect(await readFile(file, 'utf8')).toBe(content)
  })
})

it('with APP_SECRET every process has that one, and nothing is written', async () => {
  expect(
    await Promise.all([
      secretInNewProcess({ APP_SECRET: configuredSecret }),
      secretInNewProcess({ APP_SECRET: configuredSecret }),
    ]),
  ).toEqual([configuredSecret, configuredSecret])
  expect(await readdir(folder)).toEqual([])
}, 30_000)
