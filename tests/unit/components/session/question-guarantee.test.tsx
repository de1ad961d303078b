import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { RegistrationConfirmation } from '@/app/(public)/sessies/[slug]/aangemeld/_components/registration-confirmation'
import { WaitlistConfirmation } from '@/app/(public)/sessies/[slug]/aangemeld/_components/waitlist-confirmation'
import { RegistrationHeading } from '@/components/registration-form/registration-heading'
import { SessionPage } from '@/components/session/page/session-page'
import { registrationOptionsInWords } from '@/components/session/session-copy'
import { sessionPhase } from '@/lib/sessions/rules'
import { sessionView } from '@/tests/support/fixtures/session-view'

const session = {
  ...sessionView,
  registrationOpensAt: new Date('2022-09-01T00:00:00Z'),
  publishedAt: new Date('2022-08-01T00:00:00Z'),
  capacity: null,
  isReleased: false,
  seats: null,
}
const full = { capacity: 1, taken: 1, offered: 0, waitlisted: 0 }
const moments = ['2022-08-20', '2022-10-01', '2022-10-20', '2022-11-02', '2022-11-09'].map((day) => new Date(day))
const render = (page: ReactNode) => renderToStaticMarkup(page)

/** All public text about a session, from before registration until after the session. */
function publicTexts(hasAgendaQuestion: boolean): string[] {
  const view = { ...session, hasAgendaQuestion }
  const pages = moments.flatMap((now) => {
    const phase = sessionPhase(view, now)
    return [view, { ...view, seats: full }].flatMap((variant) => [
      render(<SessionPage session={variant} now={now} />),
      render(<RegistrationHeading session={variant} phase={phase} />),
      registrationOptionsInWords(variant, now),
    ])
  })
  const confirmations = [true, false].flatMap((askedBeforeDeadline) => {
    const change = { isWaitlisted: false, isChange: false, isChangedLate: false }
    const confirmation = { email: 'sam@example.nl', askedBeforeDeadline, ...change }
    const props = { session: view, confirmation, emailForm: null }
    return [
      render(<RegistrationConfirmation {...props} isReleased={false} />),
      render(<WaitlistConfirmation {...props} />),
    ]
  })
  return [...pages, ...confirmations]
}

const aboutQuestions = /aan bod|behandel|[Jj]e vraag|voor vragen|Jouw vraag/

describe('public text about the question guarantee', () => {
  test('is absent without an agenda question in the form', () => {
    expect(publicTexts(false).filter((page) => aboutQuestions.test(page))).toEqual([])
  })

  test('is present with an agenda question in the form', () => {
    expect(publicTexts(true).filter((page) => aboutQuestions.test(page)).length).toBeGreaterThan(15)
  })
})
