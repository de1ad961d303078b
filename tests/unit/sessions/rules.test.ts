import { describe, expect, it } from 'vitest'
import {
  canArchive,
  canRegister,
  isBeforeQuestionDeadline,
  registrationRefusal,
  sessionPhase,
} from '@/lib/sessions/rules'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'

const session = { ...sessionTimes2022, cancelledAt: null }
const justBefore = (moment: Date) => new Date(moment.getTime() - 1)

describe('sessionPhase', () => {
  it.each([
    ['open-before-deadline', justBefore(session.questionDeadlineAt)],
    ['open-after-deadline', session.questionDeadlineAt],
    ['open-after-deadline', justBefore(session.registrationClosesAt)],
    ['closed', session.registrationClosesAt],
    ['closed', justBefore(session.endsAt)],
    ['past', session.endsAt],
  ])('is %s at %j', (phase, now) => {
    expect(sessionPhase(session, now)).toBe(phase)
    expect(canRegister(session, now)).toBe(phase.startsWith('open'))
  })

  it('opens registration at its opening time, or at once without one', () => {
    const opens = { ...session, registrationOpensAt: new Date('2022-10-01T08:00:00Z') }
    expect(sessionPhase(opens, justBefore(opens.registrationOpensAt))).toBe('not-open-yet')
    expect(registrationRefusal(opens, justBefore(opens.registrationOpensAt))).toBe('registration-not-open-yet')
    expect(sessionPhase(opens, opens.registrationOpensAt)).toBe('open-before-deadline')
    expect(sessionPhase(session, justBefore(opens.registrationOpensAt))).toBe('open-before-deadline')
  })

  it('is cancelled at any time after cancellation', () => {
    for (const now of Object.values(sessionTimes2022).filter((moment) => moment !== null)) {
      expect(sessionPhase({ ...session, cancelledAt: now }, now)).toBe('cancelled')
    }
  })
})

describe('isBeforeQuestionDeadline', () => {
  it('is false from the millisecond of the deadline', () => {
    expect(isBeforeQuestionDeadline(session, justBefore(session.questionDeadlineAt))).toBe(true)
    expect(isBeforeQuestionDeadline(session, session.questionDeadlineAt)).toBe(false)
  })
})

describe('canArchive', () => {
  const now = justBefore(session.endsAt)
  it('allows a session that is over, cancelled or unpublished', () => {
    expect(canArchive({ ...session, publishedAt: now }, now)).toBe(false)
    expect(canArchive({ ...session, publishedAt: now }, session.endsAt)).toBe(true)
    expect(canArchive({ ...session, publishedAt: now, cancelledAt: now }, now)).toBe(true)
    expect(canArchive({ ...session, publishedAt: null }, now)).toBe(true)
  })
})
