import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { SessionPage } from '@/components/session/page/session-page'
import { canJoin } from '@/lib/sessions/rules'
import { sessionView } from '@/tests/support/fixtures/session-view'

const session = { ...sessionView, registrationOpensAt: null, hasAgendaQuestion: true }
const open = new Date('2022-10-20T08:00:00Z')
const closed = new Date('2022-11-02T08:00:00Z')
const ongoing = new Date('2022-11-08T14:30:00Z')
const over = session.endsAt

const textAt = (now: Date, changes: { isReleased: boolean; cancelledAt?: Date }) =>
  renderToStaticMarkup(<SessionPage session={{ ...session, ...changes }} now={now} joinForm={<p>FORM</p>} />)

const announced = /krijg je later per mail|krijg je de link|Je krijgt de link|nog per mail/
const mailed = /heeft de link en de agenda in de mail|zijn gemaild/

describe('the session page', () => {
  test.each([
    ['open', open],
    ['closed', closed],
  ])('announces link and agenda before their release (%s)', (_, now) => {
    const text = textAt(now, { isReleased: false })
    expect(text).toMatch(announced)
    expect(text).not.toMatch(mailed)
  })

  test.each([
    ['open', open],
    ['closed', closed],
    ['ongoing', ongoing],
  ])('says after the release that link and agenda were mailed (%s)', (_, now) => {
    const text = textAt(now, { isReleased: true })
    expect(text).toMatch(mailed)
    expect(text).not.toMatch(announced)
  })

  test('announces nothing during a session without a release, and names the contact', () => {
    const text = textAt(ongoing, { isReleased: false })
    expect(text).toContain('Ben je aangemeld, en heb je geen link gekregen? Mail ')
    expect(text).not.toMatch(announced)
    expect(text).not.toMatch(mailed)
  })

  test.each([
    ['over', over, {}],
    ['cancelled', closed, { cancelledAt: open }],
  ])('says nothing about the link of a session that is %s', (_, now, changes) => {
    const text = textAt(now, { isReleased: true, ...changes })
    expect(text).not.toMatch(announced)
    expect(text).not.toMatch(/heeft de link en de agenda in de mail/)
  })
})

test.each([
  ['from the release', open, { isReleased: true }, true],
  ['during the session', ongoing, { isReleased: true }, true],
  ['until its last millisecond', new Date(over.getTime() - 1), { isReleased: true }, true],
  ['not when it is over', over, { isReleased: true }, false],
  ['not before the release', ongoing, { isReleased: false }, false],
  ['not when it was cancelled', open, { isReleased: true, cancelledAt: open }, false],
])('participants can join %s', (_, now, changes, expected) => {
  expect(canJoin({ ...session, ...changes }, now)).toBe(expected)
})
