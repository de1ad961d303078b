import { createElement } from 'react'
import Reminder, { defaultTemplates } from '@/emails/reminder'
import { participantMail } from '../rendering/participant-mail'

const hourMs = 60 * 60 * 1000

export const reminderHour = participantMail({
  slug: 'reminder-hour',
  label: 'Herinnering: over een uur',
  audience: 'seated',
  defaultTemplate: defaultTemplates.hour,
  statesSessionTimes: true,
  schedule: {
    setting: 'remindHourBefore',
    release: 'after',
    window: ({ startsAt }) => {
      const dueAt = new Date(startsAt.getTime() - hourMs)
      return { dueAt, confirmedBefore: dueAt, expiresAt: startsAt }
    },
  },
  sample: { needsRelease: true },
  body: (mail) => createElement(Reminder, { ...mail, when: 'hour' }),
})
