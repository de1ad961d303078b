import { describe, expect, test } from 'vitest'
import { emailField, line, optionalMultiline, requiredLine, requiredMultiline } from '@/lib/platform/form-fields'
import { cleanLine, cleanLines, safeText, shortenText } from '@/lib/platform/text'
import { blankTexts, lineSeparators, unsafeCharacters } from '@/tests/support/hostile-input/unsafe-text'

const codes = (text: string) => [...text].map((character) => character.codePointAt(0)?.toString(16)).join(' ')

describe('typed text', () => {
  test('loses each character that XML forbids, turns words around or means nothing', () => {
    const kept = unsafeCharacters.filter((unsafe) => !/^(een ?twee|een\ntwee)$/.test(cleanLines(`een${unsafe}twee`)))
    expect(kept.map(codes)).toEqual([])
    const inLine = unsafeCharacters.filter((unsafe) => !/^een ?twee$/.test(cleanLine(`een${unsafe}twee`)))
    expect(inLine.map(codes)).toEqual([])
  })

  test.each(lineSeparators.map((separator) => [codes(separator), separator]))(
    'turns the separator %s into a line end, and on one line into a space',
    (_, separator) => {
      expect(cleanLines(`een${separator}twee`)).toBe('een\ntwee')
      expect(cleanLine(`een${separator}twee`)).toBe('een twee')
    },
  )

  test('keeps emoji, joiners, accents, right-to-left text and line breaks', () => {
    const text = '👩‍👩‍👧‍👦🏳️‍⚧️🇳🇱🏴󠁧󠁢󠁥󠁮󠁧󠁿 Ĳsbrand ’t Hof-Ümlaut\n\tمرحبا بالعالم\n\n社會'
    expect(cleanLines(text)).toBe(text)
  })

  test.each(blankTexts.map((text) => [codes(text), text]))(
    'counts as empty without a visible character: %s',
    (_, text) => {
      expect(cleanLines(text)).toBe('')
      expect(line(20).parse(text)).toBe('')
      expect(optionalMultiline(20).parse(text)).toBeNull()
      for (const required of [requiredLine(20), requiredMultiline(20), emailField])
        expect(required.safeParse(text).error?.issues[0]?.message).toBe('missing')
    },
  )
})

test('safeText keeps leading white space and tabs, which only typed text loses', () => {
  expect(safeText('\t een\r\n \uffff\u202etwee ')).toBe('\t een\n twee ')
})

describe('shortenText', () => {
  test.each([
    ['Hoe begin je?', 13, 'Hoe begin je?'],
    ['Hoe begin je nu?', 12, 'Hoe begin je…'],
    ['Hoe begin je nu?', 11, 'Hoe begin…'],
    ['Hoe begin je nu?', 10, 'Hoe begin…'],
    ['Hoe begin je nu?', 9, 'Hoe begin…'],
    ['Hoe begin je nu?', 8, 'Hoe…'],
    ['Vragenrondetafel', 6, 'Vragen…'],
  ])('cuts %j between words at %i', (text, maxLength, shortened) => {
    expect(shortenText(text, maxLength)).toBe(shortened)
  })
})
