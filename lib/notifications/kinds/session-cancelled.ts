import { createElement } from 'react'
import SessionCancelled, { defaultTemplate } from '@/emails/session-cancelled'
import { participantMail } from '../rendering/participant-mail'

export const sessionCancelled = participantMail({
  slug: 'session-cancelled',
  label: 'De kennissessie gaat niet door',
  audience: 'registered',
  defaultTemplate,
  afterCancellation: true,
  withoutCancelLink: true,
  calendar: 'current',
  body: (mail, { participant }) =>
    createElement(SessionCancelled, { ...mail, reason: participant.session.cancelReason ?? '' }),
})
