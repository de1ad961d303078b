import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')

/** Loads the `.env` files of a new folder in a new process, and returns what settings that process then has. */
async function readSettings(files: Record<string, string>, environment: Record<string, string> = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'aanschuif-env-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content)
  const script = `
    const { envFiles } = await import('${root}/lib/platform/start/env-files.ts')
    const { env } = await import('${root}/lib/platform/env.ts')
    const { logger } = await import('${root}/lib/platform/logger.ts')
    process.stdout.write(JSON.stringify({ envFiles, needsDays: env().KEEP_NEEDS_DAYS, site: env().SITE_URL, level: logger.level }))`
  const { PATH = '' } = process.env
  const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script]
  const options = { cwd: folder, env: { PATH, NODE_ENV: 'production' as const, ...environment } }
  return JSON.parse((await promisify(execFile)(process.execPath, args, options)).stdout) as unknown
}

test('the settings come from .env, also those that are read when a module loads', async () => {
  const file = 'KEEP_NEEDS_DAYS=20\nLOG_LEVEL=error\nSITE_URL="https://aanmelden.example.nl"\n'
  expect(await readSettings({ '.env': file })).toEqual({
    envFiles: ['.env'],
    needsDays: 20,
    site: 'https://aanmelden.example.nl',
    level: 'error',
  })
})

test('a variable that is set wins from the file, and without a file nothing is named', async () => {
  const settings = await readSettings({ '.env': 'KEEP_NEEDS_DAYS=20\n' }, { KEEP_NEEDS_DAYS: '21' })
  expect(settings).toMatchObject({ needsDays: 21 })
  expect(await readSettings({})).toMatchObject({ envFiles: [], needsDays: 28 })
})

test('server.ts reads the files before any other module loads', async () => {
  const imports = (await readFile(path.join(root, 'server.ts'), 'utf8')).match(/^import .*$/gm)
  expect(imports?.[0]).toContain('@/lib/platform/start/env-files')
})
