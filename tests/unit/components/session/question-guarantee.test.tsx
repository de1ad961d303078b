import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { RegistrationConfirmation } from '@/app/(public)/sessies/[slug]/aangemeld/_components/registration-confirmation'
import { WaitlistConfirmation } from '@/app/(public)/sessies/[slug]/aangemeld/_components/waitlist-confirmation'
import { RegistrationHeading } from '@/components/registration-form/registration-heading'
import { SessionPage } from '@/components/session/page/session-page'
import { registrationOptionsInWords } from '@/components/session/session-copy'
import { sessionPhase } from '@/lib/sessions/rules'

const session = {
  id: '7f0f6d0e-8a55-4e53-9d3c-9f0e3f6b6c11',
  slug: 'voorbeeld',
  title: 'Voorbeeldsessie',
  summary: 'In het kort',
  body: 'Meer',
  audience: 'Voor iedereen',
  organisedBy: 'Voorbeeld',
  contactName: 'Sam Voorbeeld',
  contactEmail: 'sam@example.nl',
  startsAt: new Date('2022-11-08T14:00:00Z'),
  endsAt: new Date('2022-11-08T15:30:00Z'),
  questionDeadlineAt: new Date('2022-10-17T12:00:00Z'),
  registrationOpensAt: new Date('2022-09-01T00:00:00Z'),
  registrationClosesAt: new Date('2022-10-31T23:00:00Z'),
  publishedAt: new Date('2022-08-01T00:00:00Z'),
  cancelledAt: null,
  cancelReason: null,
  capacity: null,
  isReleased: false,
  seats: null,
}
const full = { capacity: 1, taken: 1, offered: 0, waitlisted: 0 }
const moments = ['2022-08-20', '2022-10-01', '2022-10-20', '2022-11-02', '2022-11-09'].map((day) => new Date(day))
const render = (page: ReactNode) => renderToStaticMarkup(page)

/** All public text about a session, from before registration until after the session. */
function publicTexts(hasAgendaQuestion: boolean): string[] {
  const sessionView = { ...session, hasAgendaQuestion }
  const pages = moments.flatMap((now) => {
    const phase = sessionPhase(sessionView, now)
    return [sessionView, { ...sessionView, seats: full }].flatMap((variant) => [
      render(<SessionPage session={variant} now={now} />),
      render(<RegistrationHeading session={variant} phase={phase} />),
      registrationOptionsInWords(variant, now),
    ])
  })
  const confirmations = [true, false].flatMap((askedBeforeDeadline) => {
    const change = { isWaitlisted: false, isChange: false, isChangedLate: false }
    const confirmation = { email: 'sam@example.nl', askedBeforeDeadline, ...change }
    const props = { session: sessionView, confirmation, emailForm: null }
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
