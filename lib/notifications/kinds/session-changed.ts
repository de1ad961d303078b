import { createElement } from 'react'
import SessionChanged, { defaultTemplate } from '@/emails/session-changed'
import { participantMail } from '../rendering/participant-mail'
import { previousTimes } from '../session-times'

const weekMs = 7 * 24 * 60 * 60 * 1000

export const sessionChanged = participantMail({
  slug: 'changed',
  label: 'Er is iets veranderd',
  audience: 'registered',
  defaultTemplate,
  statesSessionTimes: true,
  calendar: 'current',
  sample: {
    details: ({ session }, { correction, rescheduledTo }) => {
      if (correction) return correction
      const earlier = (at: Date) => new Date(at.getTime() - (rescheduledTo ? 0 : weekMs)).toISOString()
      return { before: { startsAt: earlier(session.startsAt), endsAt: earlier(session.endsAt) } }
    },
  },
  body: (mail, { details }) => {
    const { linkChanged = false, agendaChanged = false } = details
    return createElement(SessionChanged, { ...mail, before: previousTimes(details), linkChanged, agendaChanged })
  },
})
