import { expect, test } from 'vitest'
import type { ParticipantMail } from '@/emails/parts/participant-mail'
import { sampleMail, sampleOnWaitlist } from '@/emails/parts/sample-data'
import * as waitlisted from '@/emails/registration/waitlisted'
import * as waitlistEnded from '@/emails/session/waitlist-ended'
import { bodiesOf } from './bodies-of'

const textOf = async (changes: Partial<ParticipantMail> = {}) =>
  (await bodiesOf(waitlistEnded, changes)).text.replace(/\s+/g, ' ')
const { startsAt, endsAt } = sampleMail.session

test('the mail at the end of the waitlist says that there is no seat, and what the reader can do', async () => {
  const text = await textOf()
  expect(text).toContain('Er is helaas geen plek voor je vrijgekomen.')
  expect(text).toContain('Je kunt daarom niet meedoen. Ook je vraag komt niet aan bod. Je hoeft niets te doen.')
  expect(text).toMatch(/Bekijk alle kennissessies:? \(?https:\/\/aanmelden\.example\.nl\//)
  expect(text).toContain('Wil je achteraf weten wat er is besproken? Mail Lotte Kronenburg: l.kronenburg@movisie.nl.')
  expect(text).not.toMatch(/deelnemen|afmelden/)
})

test.each([
  [startsAt, 'De kennissessie is op:', 'Je kunt daarom niet meedoen.'],
  [endsAt, 'De kennissessie was op:', 'Je kon daarom niet meedoen.'],
])('the mail at the end of the waitlist speaks of the session as coming or past (%s)', async (now, when, outcome) => {
  const text = await textOf({ now })
  expect(text).toContain(when)
  expect(text).toContain(outcome)
})

test('the mail at the end of the waitlist mentions no question when none was asked', async () => {
  expect(await textOf({ agendaQuestion: null })).not.toMatch(/vraag|aan bod/)
})

test.each([true, false])('the waitlist mail announces that mail only when it is sent (%s)', async (notifyWaitlist) => {
  const notificationSettings = { materials: '', evaluationUrl: null, notifyWaitlist }
  const session = { ...sampleMail.session, notificationSettings }
  const { text } = await bodiesOf(waitlisted, { ...sampleOnWaitlist, session })
  expect(text.includes('Je krijgt daar een mail over.')).toBe(notifyWaitlist)
})
