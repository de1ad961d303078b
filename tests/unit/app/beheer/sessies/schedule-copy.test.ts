import { expect, test } from 'vitest'
import { offerImpactSentences } from '@/app/beheer/sessies/_components/schedule-copy'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'

const sentences = (different: Partial<Parameters<typeof offerImpactSentences>[0]>) =>
  offerImpactSentences({ offered: 0, ended: 0, shortened: 0, ...different }, sessionTimes2022)

test.each([
  ['no effect', {}, []],
  ['one offer', { offered: 1 }, ['1 persoon van de wachtlijst krijgt meteen een plek aangeboden, met een mail.']],
  [
    'offers that end',
    { ended: 2 },
    ['2 mensen raken een aangeboden plek meteen kwijt, met een mail, en staan dan niet meer op de wachtlijst.'],
  ],
  [
    'an offer that ends sooner than announced',
    { shortened: 1 },
    [
      'Een aangeboden plek nemen kan dan tot en met maandag 31 oktober 2022. Voor 1 persoon is dat eerder dan in de mail staat. Daar gaat geen mail over uit.',
    ],
  ],
])('describes %s on the waitlist', (_, impact, expected) => expect(sentences(impact)).toEqual(expected))
