import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { textLiterals } from '@/tests/support/run/source-files'

/** How many requirements of level 1 and 2 each section of ASVS 5.0.0 has, by its number; V10 only where it is about a client. */
const requirementCounts: Record<string, number[]> = {
  '1': [2, 9, 11, 3, 2],
  '2': [3, 3, 4, 1],
  '3': [0, 2, 4, 6, 5, 0, 2],
  '4': [3, 1, 2, 4],
  '5': [1, 3, 2, 3],
  '6': [3, 12, 4, 4, 5, 3, 0, 4],
  '7': [3, 4, 2, 5, 2, 2],
  '8': [2, 3, 1, 1],
  '9': [3, 4],
  '10': [2, 2, 0, 0, 5],
  '11': [2, 3, 3, 4, 1, 1],
  '12': [3, 2, 4],
  '13': [1, 5, 2, 5],
  '14': [2, 4, 3],
  '15': [3, 3, 7],
  '16': [1, 5, 4, 3, 3],
}
const requirementNumbers = Object.entries(requirementCounts).flatMap(([chapter, counts]) =>
  counts.flatMap((count, section) => Array.from({ length: count }, (_, at) => `${chapter}.${section + 1}.${at + 1}`)),
)
const states = ['met', 'partly', 'not met', 'not met yet', 'n/a']

const rows = readFileSync('docs/security-asvs.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [, number = '', level = '', , state = '', how = '', shown = '', ...rest] = line
      .split('|')
      .map((cell) => cell.trim())
    return { number, level, state, how, shown: shown.split('<br>').filter(Boolean), rest }
  })

/** What a row names that is not there: no such file, or no such title in it. */
function missingTests(reference: string): string[] {
  const [, file = '', title = ''] = reference.match(/^`((?:unit|integration|e2e)\/[\w./-]+)` › (.{10,})$/) ?? []
  try {
    const source = { file, text: readFileSync(`tests/${file}`, 'utf8') }
    return textLiterals(source).some(({ text }) => text.includes(title)) ? [] : [reference]
  } catch {
    return [reference]
  }
}

describe('the table of ASVS', () => {
  it('has each requirement of level 1 and 2 once, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(requirementNumbers)
  })

  it('says of each how it stands, and why it is not met or does not apply', () => {
    const wrong = rows.filter(
      ({ level, state, rest }) => !/^[12]$/.test(level) || !states.includes(state) || rest.join(''),
    )
    expect(wrong).toEqual([])
    const silent = rows.filter(({ state, how }) => state !== 'met' && state !== 'not met yet' && !how)
    expect(silent.map(({ number }) => number)).toEqual([])
  })

  it('names only tests that are there', () => {
    const shown = rows.flatMap((row) => row.shown)
    expect(shown.length).toBeGreaterThan(100)
    expect(shown.flatMap(missingTests)).toEqual([])
    expect(missingTests('`unit/conventions/asvs.test.ts` › names only tests that are there')).toEqual([])
    expect(missingTests('`unit/conventions/code-conventions.test.ts` › names only tests that are there')).toHaveLength(
      1,
    )
    expect(missingTests('`unit/conventions/weg.test.ts` › names only tests that are there')).toHaveLength(1)
  })
})
