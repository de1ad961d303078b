import { expect, test } from 'vitest'
import { offersInWords } from '@/components/organiser/move-words'
import { moments2022 } from '@/tests/support/sign-up'

const said = (different: Partial<Parameters<typeof offersInWords>[0]>) =>
  offersInWords({ offered: 0, ended: 0, shortened: 0, ...different }, moments2022)

test.each([
  ['nothing', {}, []],
  ['one offer', { offered: 1 }, ['1 persoon van de wachtlijst krijgt meteen een plek aangeboden, met een mail.']],
  [
    'offers that end',
    { ended: 2 },
    ['2 mensen raken een aangeboden plek meteen kwijt, met een mail, en staan dan niet meer op de wachtlijst.'],
  ],
  [
    'an offer that ends sooner than was promised',
    { shortened: 1 },
    [
      'Een aangeboden plek nemen kan dan tot en met maandag 31 oktober 2022. Voor 1 persoon is dat eerder dan in de mail staat. Daar gaat geen mail over uit.',
    ],
  ],
])('another closing tells of %s', (_, offers, words) => expect(said(offers)).toEqual(words))
