import { expect, test } from 'vitest'
import { statusCountLabel } from '@/app/beheer/sessies/_components/capacity-copy'
import { registeredSentence } from '@/app/beheer/sessies/_components/recipient-copy'

test.each([
  [{ signedUp: 4, offered: 0, waitlisted: 0 }, '4 mensen zijn aangemeld'],
  [{ signedUp: 1, offered: 0, waitlisted: 1 }, '1 persoon is aangemeld en 1 persoon staat op de wachtlijst'],
  [
    { signedUp: 1200, offered: 1, waitlisted: 2 },
    '1.200 mensen zijn aangemeld, 1 persoon heeft een plek aangeboden gekregen en 2 mensen staan op de wachtlijst',
  ],
  [{ signedUp: 0, offered: 0, waitlisted: 2 }, '2 mensen staan op de wachtlijst'],
  [{ signedUp: 0, offered: 0, waitlisted: 0 }, 'Niemand is aangemeld'],
])('calls only participants with a seat "aangemeld": %j', (counts, sentence) => {
  expect(registeredSentence(counts)).toBe(sentence)
})

test('uses the term of each status for its number', () => {
  expect(statusCountLabel('signed-up', 38)).toBe('38 aangemeld')
  expect(statusCountLabel('offered', 1)).toBe('1 plek aangeboden')
  expect(statusCountLabel('offered', 2)).toBe('2 plekken aangeboden')
  expect(statusCountLabel('waitlisted', 3)).toBe('3 op de wachtlijst')
})
