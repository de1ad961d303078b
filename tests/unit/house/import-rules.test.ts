import { beforeAll, describe, expect, it } from 'vitest'
import { type Finding, lint } from './biome'
import { rooms } from './rooms'

const source = (imports: string[]) => imports.map((from, line) => `import * as it${line} from '${from}'\n`).join('')

describe('a file knows only the rooms below it', () => {
  // A file of a closed name (rules.ts) exists once a folder: each room's two sides are laid in houses of their own.
  let refusals: Finding[] = []
  let surprises: Finding[] = []

  beforeAll(async () => {
    const side = (imports: 'may' | 'mayNot') =>
      Object.fromEntries(rooms.map((room) => [room.file, source(room[imports])]))
    refusals = await lint('style/noRestrictedImports', side('mayNot'))
    surprises = await lint('style/noRestrictedImports', side('may'))
  })

  it.each(rooms)('$file is refused what belongs elsewhere, and told where', ({ file, mayNot, says }) => {
    const said = refusals.filter((finding) => finding.file === file)
    const refused = new Set(said.map(({ line }) => mayNot[line - 1]))
    expect([...refused].sort()).toEqual([...mayNot].sort())
    expect(said.map(({ message }) => message).join('\n')).toContain(says)
  })

  it.each(rooms)('$file may import what it stands on', ({ file }) => {
    expect(surprises.filter((finding) => finding.file === file)).toEqual([])
  })

  it('sees every way to name a module', async () => {
    const ways = [
      `import type { Page } from '@/app/page'`,
      `export { Page } from '@/app/page'`,
      `export const page = () => import('@/app/page')`,
    ]
    const found = await lint('style/noRestrictedImports', { 'lib/sessions/commands.ts': `${ways.join('\n')}\n` })
    expect(found.map(({ line }) => line)).toEqual([1, 2, 3])
  })
})

describe('imports never run in a circle', () => {
  const one = `import { two } from './two'\nexport const one = () => two\n`

  it('refuses a circle between two files', async () => {
    const two = `import { one } from './one'\nexport const two = () => one\n`
    const found = await lint('suspicious/noImportCycles', { 'components/one.ts': one, 'components/two.ts': two })
    expect(found.map(({ file }) => file).sort()).toEqual(['components/one.ts', 'components/two.ts'])
  })

  it('leaves a straight line alone', async () => {
    const found = await lint('suspicious/noImportCycles', {
      'components/one.ts': one,
      'components/two.ts': 'export const two = 2\n',
    })
    expect(found).toEqual([])
  })
})
