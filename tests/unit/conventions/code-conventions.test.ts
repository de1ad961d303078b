import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import {
  codeFiles,
  lineAt,
  runtimeNodes,
  type Source,
  sourceFiles,
  textLiterals,
} from '@/tests/support/run/source-files'

const run = promisify(execFile)

describe('files', () => {
  it('hold no merge that was left halfway', () => {
    const half = /^[<>]{7} /m
    const texts = [...sourceFiles(), { file: 'README.md', text: readFileSync('README.md', 'utf8') }]
    expect(texts.flatMap(({ file, text }) => (half.test(text) ? [file] : []))).toEqual([])
    expect(`a\n${'<'.repeat(7)} HEAD`).toMatch(half)
  })

  it('have a name that says what they hold', () => {
    const vague = /(^|\/)(utils?|helpers?|misc|common|shared|service|[a-z-]+-service(?=\.)|index)(\.|\/)/
    expect(sourceFiles().flatMap(({ file }) => (vague.test(file) ? [file] : []))).toEqual([])
    for (const name of ['lib/utils.ts', 'lib/sessions/index.ts', 'components/helpers/date.ts', 'lib/mail-service.ts'])
      expect(name).toMatch(vague)
  })
})

describe('code', () => {
  it('silences no checker', () => {
    const silencer = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\bas any\b|:\s*any\b(?!\w)/
    expect(findLines(codeFiles(), ({ text }) => text.split('\n').map((line) => silencer.test(line)))).toEqual([])
    expect('const row: any = read() // biome-ignore lint: later').toMatch(silencer)
  })

  it('spells a path only in lib/platform/routes.ts', () => {
    const others = codeFiles().filter(({ file }) => file !== 'lib/platform/routes.ts')
    expect(others.flatMap(hardcodedPaths)).toEqual([])
    expect(
      hardcodedPaths({ file: 'a.tsx', text: 'export const A = (s: string) => <a href={`/sessies/${s}`}>x</a>' }),
    ).toHaveLength(1)
  })

  it('asks what time it is only in lib/platform/clock.ts', () => {
    const others = codeFiles().filter(({ file }) => file !== 'lib/platform/clock.ts')
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
  const current = 'lib/organisers/current-organiser.ts'

  it('runs without Next', async () => {
    const files = codeFiles(['lib']).map(({ file }) => file)
    expect(await load(files.filter((file) => file !== current))).toEqual({ withNext: false })
    expect(await load([current])).toEqual({ withNext: true })
  }, 60_000)
})

const sitePath = /^\/(sessies|aangemeld|aanmelding|deelnemen|plek|beheer|privacy|toegankelijkheid|status)\b/

function hardcodedPaths(source: Source): string[] {
  return textLiterals(source).flatMap(({ text, line }) => (sitePath.test(text) ? [`${source.file}:${line}`] : []))
}

function clockReadings(source: Source): string[] {
  const bare = /^(new Date\(\)|Date\.now\(\))/
  const calls = runtimeNodes(source).filter(({ type }) => type === 'NewExpression' || type === 'CallExpression')
  return calls.flatMap((node) =>
    bare.test(source.text.slice(node.start, node.start + 20)) ? [`${source.file}:${lineAt(source, node)}`] : [],
  )
}

function findLines(files: Source[], test: (source: Source) => boolean[]): string[] {
  return files.flatMap((source) => test(source).flatMap((hit, line) => (hit ? [`${source.file}:${line + 1}`] : [])))
}
