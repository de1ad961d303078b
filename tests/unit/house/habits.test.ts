import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { code, lineAt, nodes, type Source, sources, texts } from '@/tests/support/sources'

const run = promisify(execFile)
const closedNames = ['schema.ts', 'rules.ts', 'queries.ts', 'commands.ts']
const notDomains = ['lib/platform', 'lib/worker']

describe('files', () => {
  it('are short enough to read: 250 lines at most', () => {
    const long = sources(['app', 'components', 'emails', 'lib', 'prisma', 'tests', 'server.ts'])
      // Migrations are read once, and a table is looked up, not read.
      .filter(({ file }) => !/\.(sql|md)$/.test(file))
      .filter(({ text }) => text.trimEnd().split('\n').length > 250)
    expect(long.map(({ file }) => file)).toEqual([])
  })

  it('hold no merge that was left halfway', () => {
    const half = /^[<>]{7} /m
    const texts = [...sources(), { file: 'README.md', text: readFileSync('README.md', 'utf8') }]
    expect(texts.flatMap(({ file, text }) => (half.test(text) ? [file] : []))).toEqual([])
    expect(`a\n${'<'.repeat(7)} HEAD`).toMatch(half)
  })

  it('have a name that says what they hold', () => {
    const vague = /(^|\/)(utils?|helpers?|misc|common|shared|[a-z-]*-?service|index)(\.|\/)/
    expect(sources().flatMap(({ file }) => (vague.test(file) ? [file] : []))).toEqual([])
    for (const name of ['lib/utils.ts', 'lib/sessions/index.ts', 'components/helpers/date.ts', 'lib/mail-service.ts'])
      expect(name).toMatch(vague)
  })

  it('in a domain have one of four names, or the README says why they are there', () => {
    const readme = readFileSync('README.md', 'utf8')
    const extras = sources(['lib'])
      .map(({ file }) => file)
      .filter((file) => !notDomains.some((room) => file.startsWith(room)) && !closedNames.includes(path.basename(file)))
    expect(extras.filter((file) => !readme.includes(`\`${file.replace(/^lib\//, '')}\``))).toEqual([])
  })
})

describe('code', () => {
  it('silences no checker', () => {
    const silencer = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\bas any\b|:\s*any\b(?!\w)/
    expect(where(code(), ({ text }) => text.split('\n').map((line) => silencer.test(line)))).toEqual([])
    expect('const row: any = read() // biome-ignore lint: later').toMatch(silencer)
  })

  it('spells a path only in lib/platform/routes.ts', () => {
    const others = code().filter(({ file }) => file !== 'lib/platform/routes.ts')
    expect(others.flatMap(spelledPaths)).toEqual([])
    expect(
      spelledPaths({ file: 'a.tsx', text: 'export const A = (s: string) => <a href={`/sessies/${s}`}>x</a>' }),
    ).toHaveLength(1)
  })

  it('asks what time it is only in lib/platform/clock.ts', () => {
    const others = code().filter(({ file }) => file !== 'lib/platform/clock.ts')
    expect(others.flatMap(clockReadings)).toEqual([])
    expect(clockReadings({ file: 'a.ts', text: 'a(new Date(), Date.now(), new Date(0))' })).toEqual([
      'a.ts:1',
      'a.ts:1',
    ])
  })
})

describe('lib', () => {
  const load = async (files: string[]) => {
    const script = `
      import { createRequire } from 'node:module'
      for (const file of ${JSON.stringify(files)}) await import('@/' + file)
      const loaded = Object.keys(createRequire(process.cwd() + '/').cache)
      console.log(loaded.some((file) => file.includes('/node_modules/next/')))
      process.exit(0)`
    const { stdout } = await run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
    return { withNext: stdout.trim() === 'true' }
  }
  const current = 'lib/organisers/current.ts'

  it('runs without Next', async () => {
    const files = code(['lib']).map(({ file }) => file)
    expect(await load(files.filter((file) => file !== current))).toEqual({ withNext: false })
    expect(await load([current])).toEqual({ withNext: true })
  }, 60_000)
})

const paths = /^\/(sessies|aangemeld|aanmelding|deelnemen|plek|beheer|privacy|toegankelijkheid|status)\b/

function spelledPaths(source: Source): string[] {
  return texts(source).flatMap(({ text, line }) => (paths.test(text) ? [`${source.file}:${line}`] : []))
}

function clockReadings(source: Source): string[] {
  const bare = /^(new Date\(\)|Date\.now\(\))/
  const calls = nodes(source).filter(({ type }) => type === 'NewExpression' || type === 'CallExpression')
  return calls.flatMap((node) =>
    bare.test(source.text.slice(node.start, node.start + 20)) ? [`${source.file}:${lineAt(source, node)}`] : [],
  )
}

function where(files: Source[], test: (source: Source) => boolean[]): string[] {
  return files.flatMap((source) => test(source).flatMap((hit, line) => (hit ? [`${source.file}:${line + 1}`] : [])))
}
