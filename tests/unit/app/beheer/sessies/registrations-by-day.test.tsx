import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RegistrationsByDay } from '@/app/beheer/sessies/[id]/cijfers/_components/session-statistics'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'

test('shows a closing at midnight as the whole day before, without the time', () => {
  const days = [{ at: new Date('2022-10-31T22:00:00Z'), count: 1 }]
  const html = renderToStaticMarkup(<RegistrationsByDay session={sessionTimes2022} days={days} />)
  expect(html).toContain('Aanmelden: tot en met maandag 31 oktober 2022')
  expect(html).not.toContain('00.00')
})
