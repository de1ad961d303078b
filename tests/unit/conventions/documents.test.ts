import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
]

/** Relative link targets in Markdown, without their anchors. */
const linkTargets = (text: string) => [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target)

describe('documents', () => {
  it.each(documents)('%s links only to files that exist', (file) => {
    const targets = linkTargets(readFileSync(file, 'utf8')).map((target) => path.join(path.dirname(file), target))
    expect(targets.filter((target) => !existsSync(target))).toEqual([])
  })

  it('keeps the README within 6 kB', () => {
    expect(statSync('README.md').size).toBeLessThanOrEqual(6_000)
  })

  it('describes every setting in docs/configuration.md', () => {
    const settings = [...readFileSync('lib/platform/env.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)]
    const configuration = readFileSync('docs/configuration.md', 'utf8')
    expect(settings.length).toBeGreaterThan(20)
    expect(settings.map(([, name = '']) => name).filter((name) => !configuration.includes(`\`${name}\``))).toEqual([])
  })

  it('lists every decision in the index of docs/adr', () => {
    const index = linkTargets(readFileSync('docs/adr/README.md', 'utf8'))
    expect(index).toEqual(readdirSync('docs/adr').filter((name) => /^\d{4}-/.test(name)))
  })
})
