import { describe, expect, it } from 'vitest'
import {
  canArchive,
  canRegister,
  isBeforeQuestionDeadline,
  registrationRefusal,
  sessionPhase,
} from '@/lib/sessions/rules'
import { slugify } from '@/lib/sessions/slug'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'

const session = { ...sessionTimes2022, cancelledAt: null }
const justBefore = (moment: Date) => new Date(moment.getTime() - 1)

describe('the phase of a kennissessie', () => {
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

  it('is not open yet until the very millisecond of its opening, and open at once without one', () => {
    const opens = { ...session, registrationOpensAt: new Date('2022-10-01T08:00:00Z') }
    expect(sessionPhase(opens, justBefore(opens.registrationOpensAt))).toBe('not-open-yet')
    expect(registrationRefusal(opens, justBefore(opens.registrationOpensAt))).toBe('registration-not-open-yet')
    expect(sessionPhase(opens, opens.registrationOpensAt)).toBe('open-before-deadline')
    expect(sessionPhase(session, justBefore(opens.registrationOpensAt))).toBe('open-before-deadline')
  })

  it('is cancelled whatever the moment, once it is cancelled', () => {
    for (const now of Object.values(sessionTimes2022).filter((moment) => moment !== null)) {
      expect(sessionPhase({ ...session, cancelledAt: now }, now)).toBe('cancelled')
    }
  })

  it('lets a question in until the very millisecond of its deadline', () => {
    expect(isBeforeQuestionDeadline(session, justBefore(session.questionDeadlineAt))).toBe(true)
    expect(isBeforeQuestionDeadline(session, session.questionDeadlineAt)).toBe(false)
  })
})

describe('an address made from a title', () => {
  it.each([
    ['Kennissessie: aan de slag!', 'kennissessie-aan-de-slag'],
    ['  Één café — «vóór» iedereen ', 'een-cafe-voor-iedereen'],
    ['日本', ''],
    ['', ''],
    [`${'heel '.repeat(16)}lang`, 'heel-'.repeat(16).slice(0, -1)],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('%j', (title, slug) => {
    expect(slugify(title)).toBe(slug)
  })
})

describe('the archive', () => {
  const now = justBefore(session.endsAt)
  it('takes what has been, what does not take place and what was never published, and nothing that people may come to', () => {
    expect(canArchive({ ...session, publishedAt: now }, now)).toBe(false)
    expect(canArchive({ ...session, publishedAt: now }, session.endsAt)).toBe(true)
    expect(canArchive({ ...session, publishedAt: now, cancelledAt: now }, now)).toBe(true)
    expect(canArchive({ ...session, publishedAt: null }, now)).toBe(true)
  })
})
