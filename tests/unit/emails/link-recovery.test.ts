import { expect, test } from 'vitest'
import type { ParticipantMail } from '@/emails/parts/participant-mail'
import { sampleOnWaitlist } from '@/emails/parts/sample-data'
import * as linkRecovery from '@/emails/registration/link-recovery'
import { bodiesOf } from './bodies-of'

const textOf = async (changes: Partial<ParticipantMail> = {}) => (await bodiesOf(linkRecovery, changes)).text

test('the mail with the personal link offers the button to join after the release, above all other links', async () => {
  const text = await textOf()
  expect(text).toMatch(/Doe mee https:\/\/aanmelden\.example\.nl\/deelnemen\/voorbeeld/)
  expect(text.indexOf('/deelnemen/')).toBeLessThan(text.indexOf('/aanmelding/'))
})

test.each([
  ['before the release', { release: null }],
  ['on the waitlist', sampleOnWaitlist],
  ['after the session or a cancellation', { cancelUrl: null }],
])('the mail with the personal link offers no button to join %s', async (_, changes) => {
  const text = await textOf(changes)
  expect(text).not.toMatch(/Doe mee|deelnemen/)
  expect(text).toContain('Open je aanmelding https://aanmelden.example.nl/aanmelding/voorbeeld')
})
