import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { unlinked } from '@/emails/parts/unlinked'
import { emailField, line, nameField } from '@/lib/platform/form-fields'
import { suggestEmail } from '@/lib/registrations/rules'

const reasonOf = (schema: z.ZodType, typed: string) => schema.safeParse(typed).error?.issues[0]?.message

describe('an e-mail field', () => {
  test.each([
    ['an invisible character', 'sam\u200b@example.nl\ufeff'],
    ['mailto:', 'mailto:sam@example.nl?subject=Hallo'],
    ['a name and angle brackets', '"Voorbeeld, Sam" <sam@example.nl>;'],
    ['angle brackets alone', '<sam@example.nl>'],
    ['a trailing semicolon or comma', ' sam@example.nl; ,'],
    ['full-width forms', 'ｓａｍ＠ｅｘａｍｐｌｅ．ｎｌ'],
    ['quotes', "'sam@example.nl'"],
  ])('accepts an address pasted with %s', (_, typed) => {
    expect(emailField.parse(typed)).toBe('sam@example.nl')
  })

  test.each(['sam@example.nl; kim@example.nl', 'sam@example.nl, kim@example.nl', 'sam@example.nl kim@example.nl'])(
    'names that %j holds more than one address',
    (typed) => expect(reasonOf(emailField, typed)).toBe('several'),
  )

  test.each(['sam', 'sam@', 'sam@example', 'Sam <sam>'])('refuses %j', (typed) =>
    expect(reasonOf(emailField, typed)).toBe('invalid'),
  )
})

describe('a likely typing error', () => {
  test.each([
    ['sam@gmail.con', 'sam@gmail.com'],
    ['sam@gmial.com', 'sam@gmail.com'],
    ['sam@gmal.com', 'sam@gmail.com'],
    ['sam@hotmaill.com', 'sam@hotmail.com'],
    ['sam@example.nk', 'sam@example.nl'],
    ['sam@amersfort.example.nl', 'sam@amersfoort.example.nl'],
  ])('in %s is asked about', (typed, meant) => {
    expect(suggestEmail(typed, ['amersfoort.example.nl'])).toBe(meant)
  })

  test.each(['sam@gmail.com', 'sam@example.nl', 'sam@eden.nl', 'sam@hotmail.nl', 'sam@amersfoort.example.nl'])(
    'is not seen in %s',
    (typed) => expect(suggestEmail(typed, ['amersfoort.example.nl', 'ede.nl'])).toBeNull(),
  )
})

describe('a name field', () => {
  test.each([
    ...['Gratis www.slecht.nl', 'https://slecht.example', 'Win op slecht.example', 'sam@example.nl', 't.co/abc'],
    ...['slecht．ｎｌ', 'slecht\u200b.nl', 'slecht。nl', 'SLECHT.NL', 'mailto://x'],
  ])('refuses %j', (typed) => expect(reasonOf(nameField(120), typed)).toBe('contains-link'))

  test.each([
    ...[
      'Sam Voorbeeld',
      'J.P. de Vries',
      'J.Jansen',
      'drs. A. van ’t Hof',
      'Anne-Marie O’Brien',
      'Sam (zij/haar)',
      '李小龙',
    ],
    ...['Dr. J. Smit, MSc.', 'Ø. Ångström'],
  ])('accepts %j', (typed) => expect(nameField(120).parse(typed)).toBe(typed))
})

test('typed text in a mail holds nothing that a mail program can see as an address', () => {
  const text = unlinked('Zie www.slecht.nl, https://slecht.nl/x of sam@slecht.nl. J.P. ook')
  expect(text).not.toMatch(/\w\.\w{2}|\w@\w|:\/\//)
  expect(text.replaceAll('\u2060', '')).toBe('Zie www.slecht.nl, https://slecht.nl/x of sam@slecht.nl. J.P. ook')
})

test('a limit counts an emoji as one character', () => {
  expect(line(3).safeParse('🎉🎉🎉').success).toBe(true)
  expect(reasonOf(line(3), '🎉🎉🎉🎉')).toBe('too-long')
})
