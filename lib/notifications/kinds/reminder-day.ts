import { createElement } from 'react'
import Reminder, { defaultTemplates } from '@/emails/reminder'
import { addDays } from '@/lib/platform/time'
import { participantMail } from '../rendering/participant-mail'
import { atMorningHour, endOfDay } from './schedule-times'

export const reminderDay = participantMail({
  slug: 'reminder-day',
  label: 'Herinnering: morgen',
  audience: 'seated',
  defaultTemplate: defaultTemplates.day,
  statesSessionTimes: true,
  schedule: {
    setting: 'remindDayBefore',
    window: ({ startsAt }) => {
      const dueAt = atMorningHour(addDays(startsAt, -1))
      // Its text says "morgen", which is wrong from the next day on.
      return { dueAt, confirmedBefore: addDays(dueAt, -1), expiresAt: endOfDay(dueAt) }
    },
  },
  body: (mail) => createElement(Reminder, { ...mail, when: 'day' }),
})
