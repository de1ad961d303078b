import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SeatsOverview } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/seats-overview'

const markup = (taken: number, offered: number) =>
  renderToStaticMarkup(<SeatsOverview sessionId="een" seats={{ capacity: 40, taken, offered, waitlisted: 3 }} />)

test('each number of people leads to who they are', () => {
  expect(markup(38, 2).match(/<a /g)).toHaveLength(3)
})

test('nobody is no link: it would lead to an empty list', () => {
  const html = markup(40, 0)
  expect(html).toContain('<span>0 aangeboden</span>')
  expect(html.match(/<a /g)).toHaveLength(2)
})
