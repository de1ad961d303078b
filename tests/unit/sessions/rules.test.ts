import { describe, expect, it } from 'vitest'
import { canRegister, questionIsInTime, sessionPhase } from '@/lib/sessions/rules'
import { moments2022 } from '@/tests/support/sign-up'

const session = { ...moments2022, cancelledAt: null }
const justBefore = (moment: Date) => new Date(moment.getTime() - 1)

describe('the phase of a kennissessie', () => {
  it.each([
    ['open-in-time', justBefore(session.questionDeadlineAt)],
    ['open-later', session.questionDeadlineAt],
    ['open-later', justBefore(session.registrationClosesAt)],
    ['closed', session.registrationClosesAt],
    ['closed', justBefore(session.endsAt)],
    ['past', session.endsAt],
  ])('is %s at %j', (phase, now) => {
    expect(sessionPhase(session, now)).toBe(phase)
    expect(canRegister(session, now)).toBe(phase.startsWith('open'))
  })

  it('is cancelled whatever the moment, once it is cancelled', () => {
    for (const now of Object.values(moments2022)) {
      expect(sessionPhase({ ...session, cancelledAt: now }, now)).toBe('cancelled')
    }
  })

  it('lets a question in until the very millisecond of its deadline', () => {
    expect(questionIsInTime(session, justBefore(session.questionDeadlineAt))).toBe(true)
    expect(questionIsInTime(session, session.questionDeadlineAt)).toBe(false)
  })
})
