import { createElement } from 'react'
import RegistrationCancelled, { defaultTemplate } from '@/emails/registration-cancelled'
import { participantMail } from '../rendering/participant-mail'

export const registrationCancelled = participantMail({
  slug: 'registration-cancelled',
  label: 'Je bent afgemeld',
  audience: 'cancelled',
  defaultTemplate,
  withoutCancelLink: true,
  calendar: 'cancelled',
  body: (mail, { participant: { session }, details: { bySelf = false }, context }) => {
    const closesAt = session.registrationClosesAt
    const canSignUp = session.cancelledAt === null && context.now < closesAt
    return createElement(RegistrationCancelled, { ...mail, bySelf, closesAt, canSignUp })
  },
})
