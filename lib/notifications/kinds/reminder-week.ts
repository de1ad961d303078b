import { createElement } from 'react'
import Reminder, { defaultTemplates } from '@/emails/reminder'
import { addDays } from '@/lib/platform/time'
import { participantMail } from '../rendering/participant-mail'
import { atMorningHour, endOfDay } from './schedule-times'

export const reminderWeek = participantMail({
  slug: 'reminder-week',
  label: 'Herinnering: over een week',
  audience: 'seated',
  defaultTemplate: defaultTemplates.week,
  statesSessionTimes: true,
  schedule: {
    setting: 'remindWeekBefore',
    // It announces the link.
    release: 'before',
    window: ({ startsAt }) => {
      const dueAt = atMorningHour(addDays(startsAt, -7))
      return { dueAt, confirmedBefore: addDays(dueAt, -1), expiresAt: endOfDay(dueAt) }
    },
  },
  body: (mail) => createElement(Reminder, { ...mail, when: 'week' }),
})
