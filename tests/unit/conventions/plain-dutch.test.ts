import { describe, expect, it } from 'vitest'
import { codeFiles, type Source, textLiterals } from '@/tests/support/run/source-files'

/** Left the word of the office, right what to write instead. Those with a hole in it (…) are two words or more. */
const officialese: Record<string, string> = {
  aangaande: 'over',
  alsmede: 'en',
  betreffende: 'over',
  conform: 'volgens',
  derhalve: 'dus',
  desalniettemin: 'toch',
  'dient te': 'moet',
  doch: 'maar',
  gaarne: 'graag',
  gelieve: 'wil je',
  hieromtrent: 'hierover',
  indien: 'als',
  ingeval: 'als',
  inzake: 'over',
  middels: 'met',
  omtrent: 'over',
  reeds: 'al',
  'te allen tijde': 'altijd',
  'ten aanzien van': 'over',
  'ten behoeve van': 'voor',
  teneinde: 'om',
  tevens: 'ook',
  thans: 'nu',
  zulks: 'dat',
}
const formalPronouns = { u: 'je', uw: 'je', uzelf: 'jezelf' }
const replacements: Record<string, string> = { ...officialese, ...formalPronouns }

// A word stands between spaces, marks and ends of text, so that the u of "C.U." or "/u" is none.
const officialesePattern = new RegExp(
  `(?<![\\p{L}\\p{N}./\\\\&#%_-])(${Object.keys(replacements).join('|')})(?![\\p{L}\\p{N}/_-]|\\.\\p{L})`,
  'giu',
)

function findOfficialese(source: Source): string[] {
  return textLiterals(source).flatMap(({ text, line }) =>
    [...text.matchAll(officialesePattern)].map(
      ([word]) => `${source.file}:${line} says "${word}": write "${replacements[word.toLowerCase()]}"`,
    ),
  )
}

describe('what a person reads', () => {
  it('says je, in words of every day', () => {
    expect(codeFiles().flatMap(findOfficialese)).toEqual([])
  })

  it.each([
    ['a text on a page', 'export const A = () => <p>Vul hier uw naam in</p>', 'a.tsx:1 says "uw": write "je"'],
    ['an attribute', 'export const A = () => <img alt="U ziet een kaart" />', 'a.tsx:1 says "U": write "je"'],
    [
      'a message with a hole in it',
      'export const a = (n: number) => `Indien u ${n} keer belt`',
      'a.tsx:1 says "Indien": write "als"',
    ],
    [
      'two words',
      `export const a = 'Dit is ten behoeve van de sessie.'`,
      'a.tsx:1 says "ten behoeve van": write "voor"',
    ],
  ])('is caught in %s', (_place, text, finding) => {
    expect(findOfficialese({ file: 'a.tsx', text })).toContain(finding)
  })

  it('is left alone where it is no word of Dutch', () => {
    const text = 'const u = 1\n// u ziet het\nexport const a = [u, `duw`, "menu", /x/u, "\\u00e9", "U-bocht", "a/u"]'
    expect(findOfficialese({ file: 'a.ts', text })).toEqual([])
  })
})
