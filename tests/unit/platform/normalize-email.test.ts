import { expect, test } from 'vitest'
import { normalizeEmail } from '@/lib/platform/normalize-email'

test.each([
  ['Voorbeeld@Example.NL', 'voorbeeld@example.nl'],
  [' naam @example.nl ', 'naam@example.nl'],
  ['naam@VOORBEËLD.nl', 'naam@voorbeëld.nl'],
  ['naam@voorbee\u0308ld.nl', 'naam@voorbeëld.nl'],
  ['naam@xn--voorbeld-y1a.nl', 'naam@voorbeëld.nl'],
  ['naam@XN--VOORBELD-Y1A.nl', 'naam@voorbeëld.nl'],
  ['"een@twee"@example.nl', '"een@twee"@example.nl'],
  ['geen adres', 'geenadres'],
  ['naam@', 'naam@'],
])('normalises %j to %j', (address, normalized) => {
  expect(normalizeEmail(address)).toBe(normalized)
})
