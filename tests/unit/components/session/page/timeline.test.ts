import { describe, expect, it } from 'vitest'
import { timelineMoments } from '@/components/session/page/timeline'
import { amsterdamInstant } from '@/lib/platform/time'

const at = (month: number, day: number, hour = 0, minute = 0) =>
  amsterdamInstant({ year: 2022, month, day, hour, minute })

const session = {
  startsAt: at(11, 8, 15),
  endsAt: at(11, 8, 16, 30),
  questionDeadlineAt: at(10, 17, 14),
  registrationOpensAt: null,
  registrationClosesAt: at(11, 1),
  cancelledAt: null,
  hasAgendaQuestion: true,
  isReleased: false,
}
const path = (now: Date, changed = {}) => timelineMoments({ ...session, ...changed }, now)
const order = (now: Date, changed = {}) => path(now, changed).map((moment) => moment.key)
const now = (at: Date, changed = {}) => path(at, changed).find((moment) => moment.key === 'now')?.text

describe('timelineMoments', () => {
  it('puts now first before all deadlines', () => {
    expect(order(at(10, 1))).toEqual(['now', 'deadline', 'closing', 'session'])
  })

  it('puts now after the question deadline from its first millisecond', () => {
    expect(order(session.questionDeadlineAt)).toEqual(['deadline', 'now', 'closing', 'session'])
    expect(order(new Date(session.questionDeadlineAt.getTime() - 1))[0]).toBe('now')
  })

  it('puts now after the end of registration and after the session', () => {
    expect(order(session.registrationClosesAt)).toEqual(['deadline', 'closing', 'now', 'session'])
    expect(order(session.endsAt)).toEqual(['deadline', 'closing', 'session', 'now'])
  })

  it('describes the current phase', () => {
    expect(now(at(10, 1))).toBe('Aanmelden is open. Je vraag komt zeker aan bod.')
    expect(now(at(10, 20))).toBe('Aanmelden is nog open. We behandelen je vraag als dat lukt.')
    expect(now(at(11, 2))).toBe('Aanmelden is gesloten.')
    expect(now(at(11, 8, 15, 10))).toBe('De kennissessie is bezig.')
    expect(now(at(11, 9))).toBe('De kennissessie is geweest.')
  })

  it('starts the text of each past deadline with “Voorbij.”', () => {
    const done = path(at(11, 9)).filter((moment) => moment.state === 'done')
    expect(done).toHaveLength(3)
    for (const moment of done) expect(moment.text).toMatch(/^Voorbij\./)
  })

  it('names the last day of registration', () => {
    const closing = path(at(10, 1)).find((moment) => moment.key === 'closing')
    expect(closing?.title).toBe('Tot en met maandag 31 oktober 2022')
    expect(closing?.dateTime).toBe('2022-10-31')
  })

  it('names the time if registration closes during the day', () => {
    const closing = path(at(10, 1), { registrationClosesAt: at(11, 1, 12) }).find((moment) => moment.key === 'closing')
    expect(closing?.title).toBe('Tot dinsdag 1 november 2022, 12.00 uur')
  })

  it('marks all deadlines of a cancelled session as cancelled', () => {
    const cancelled = { cancelledAt: at(10, 2) }
    expect(order(at(10, 20), cancelled)[0]).toBe('now')
    expect(now(at(10, 20), cancelled)).toBe('De kennissessie gaat niet door.')
    expect(path(at(10, 20), cancelled).filter((moment) => moment.text === 'Vervallen')).toHaveLength(3)
  })
})
