import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listActions } from '@/tests/support/http/entry-points'
import { runCommand } from '@/tests/support/run/command'

const manifestOf = async (folder: string) =>
  JSON.parse(await readFile(path.join(folder, '.next/server/server-reference-manifest.json'), 'utf8')) as {
    node: Record<string, unknown>
    encryptionKey: string
  }

// Takes two minutes: `npm run test:faults`.
test.runIf(process.env.FAULTS === 'whole')(
  'a build of changed sources in another folder accepts the forms of the build before it',
  async () => {
    const folder = await mkdtemp(path.resolve('..', 'aanschuif-rebuild-'))
    try {
      const omitted = new Set(['.git', '.next', 'test-results', 'data'])
      await cp('.', folder, { recursive: true, filter: (source) => !omitted.has(source), verbatimSymlinks: true })
      await appendFile(path.join(folder, 'app/error.tsx'), '\nexport const changed = true\n')
      const key = (await manifestOf('.')).encryptionKey
      const { succeeded, output } = await runCommand(
        'env',
        ['-C', folder, process.execPath, 'node_modules/next/dist/bin/next', 'build'],
        { show: false, env: { NODE_ENV: 'production', NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key }, seconds: 400 },
      )
      expect(succeeded, output).toBe(true)
      const rebuilt = Object.keys((await manifestOf(folder)).node)
      expect(rebuilt.sort()).toEqual(
        listActions()
          .map(({ actionId }) => actionId)
          .sort(),
      )
    } finally {
      await rm(folder, { recursive: true })
    }
  },
  500_000,
)
