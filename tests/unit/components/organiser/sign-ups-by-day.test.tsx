import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SignUpsByDay } from '@/components/organiser/sign-ups-by-day'
import { moments2022 } from '@/tests/support/sign-up'

test('a closing at midnight is told as on the public page, without an hour that people misread', () => {
  const days = [{ at: new Date('2022-10-31T22:00:00Z'), count: 1 }]
  const html = renderToStaticMarkup(<SignUpsByDay session={moments2022} days={days} />)
  expect(html).toContain('Aanmelden: tot en met maandag 31 oktober 2022')
  expect(html).not.toContain('00.00')
})
