import { expect, test } from 'vitest'
import { notificationSettingsSchema, releaseSchema } from '@/lib/sessions/schema'

const parseRelease = (agenda: string) => releaseSchema.safeParse({ onlineLink: 'https://v.example.nl/1', agenda })
const parseNotificationSettings = (materials: string) =>
  notificationSettingsSchema.safeParse({ ...allOff, followUpAudience: 'all', materials, evaluationUrl: '' })
const allOff = {
  remindWeekBefore: '',
  remindDayBefore: '',
  remindHourBefore: '',
  remindOrganisers: '',
  notifyWaitlist: '',
}

test.each([parseRelease, parseNotificationSettings])('%o refuses placeholders and allows other braces', (parse) => {
  expect(parse('Dag {naam}').error?.issues).toMatchObject([{ message: 'placeholder' }])
  expect(parse('{ 15.00 uur } welkom {2}').success).toBe(true)
})
