import { describe, expect, test } from 'vitest'
import { escapeForSpreadsheet } from '@/lib/registrations/export/csv'
import { spreadsheetValues } from '@/tests/support/hostile-input/spreadsheet-values'

const { texts, ...values } = spreadsheetValues
const isEscaped = (value: string) => escapeForSpreadsheet(value) === `'${value}`

/** Values that LibreOffice 7.4 with Dutch settings keeps as text; `npm run test:office` tries them. */
const kept =
  /^(0x1F|1F|&H10|f|fl\.|f 5|fl\. 5|\p{L}+\.?|2022-W45|Q1 2022|1e kwartaal 2022|12h30|WAAR\(\)|R1C1|[=+@-]?)$/u

describe('escapeForSpreadsheet', () => {
  test.each(Object.entries(values))('escapes %s that a Dutch or English spreadsheet converts', (_, found) => {
    expect(found.filter((value) => !isEscaped(value) && !kept.test(value))).toEqual([])
  })

  test.each(['1E+5', '12:30 pm', '€ 5', '5 3/8', 'nov 2022', 'dinsdag 8 november 2022', '-1 E5', 'waar ', '(5)', '5-'])(
    'escapes %j, which LibreOffice changes',
    (value) => expect(isEscaped(value)).toBe(true),
  )

  test('leaves texts with other words as they are', () => {
    expect(texts.filter((value) => escapeForSpreadsheet(value) !== value && value !== '1e')).toEqual([])
    expect(escapeForSpreadsheet('Jan')).toBe('Jan')
  })
})
