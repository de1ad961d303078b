import { beforeAll, describe, expect, it } from 'vitest'
import { type Finding, lintFiles } from './biome'

const importsOf = (imports: string[]) => imports.map((from, line) => `import * as it${line} from '${from}'\n`).join('')

/** One import that each layer must refuse, and one that it must accept. */
const layers = [
  { file: 'app/page.tsx', refused: '@/lib/db/client', accepted: '@/lib/sessions/queries' },
  { file: 'components/session/hero.tsx', refused: '@/lib/sessions/queries', accepted: '@/lib/sessions/rules' },
  { file: 'emails/release.tsx', refused: '@/lib/sessions/rules', accepted: '@/lib/platform/time' },
  { file: 'lib/sessions/release.ts', refused: 'next/headers', accepted: '@/lib/outbox/enqueue' },
  { file: 'lib/outbox/claim.ts', refused: '@/lib/notifications/audience', accepted: '@/lib/db/client' },
  { file: 'lib/platform/time.ts', refused: '@/lib/sessions/rules', accepted: '@/lib/platform/clock' },
]

describe('import boundaries between layers', () => {
  let findings: Finding[] = []

  beforeAll(async () => {
    const sources = layers.map(({ file, refused, accepted }) => [file, importsOf([refused, accepted])])
    findings = await lintFiles('style/noRestrictedImports', Object.fromEntries(sources))
  })

  it.each(layers)('$file may not import $refused, and may import $accepted', ({ file }) => {
    const found = findings.filter((finding) => finding.file === file)
    expect(found.map(({ line }) => line)).toEqual([1])
    expect(found[0]?.message).toMatch(/^Layers: /)
  })

  it('sees every way to name a module', async () => {
    const ways = [
      `import type { Page } from '@/app/page'`,
      `export { Page } from '@/app/page'`,
      `export const page = () => import('@/app/page')`,
    ]
    const found = await lintFiles('style/noRestrictedImports', { 'lib/sessions/release.ts': `${ways.join('\n')}\n` })
    expect(found.map(({ line }) => line)).toEqual([1, 2, 3])
  })
})

describe('imports never run in a circle', () => {
  const one = `import { two } from './two'\nexport const one = () => two\n`

  it('refuses a circle between two files', async () => {
    const two = `import { one } from './one'\nexport const two = () => one\n`
    const found = await lintFiles('suspicious/noImportCycles', { 'components/one.ts': one, 'components/two.ts': two })
    expect(found.map(({ file }) => file).sort()).toEqual(['components/one.ts', 'components/two.ts'])
  })

  it('leaves a straight line alone', async () => {
    const found = await lintFiles('suspicious/noImportCycles', {
      'components/one.ts': one,
      'components/two.ts': 'export const two = 2\n',
    })
    expect(found).toEqual([])
  })
})
