import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SeatsOverview } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/seats-overview'

const markup = (taken: number, offered: number) =>
  renderToStaticMarkup(<SeatsOverview sessionId="een" seats={{ capacity: 40, taken, offered, waitlisted: 3 }} />)

test('links each number of people to their registrations', () => {
  expect(markup(38, 2).match(/<a /g)).toHaveLength(3)
})

test('does not link a zero to an empty list', () => {
  const html = markup(40, 0)
  expect(html).toContain('<span>0 plekken aangeboden</span>')
  expect(html.match(/<a /g)).toHaveLength(2)
})
