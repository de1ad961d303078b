import { createElement } from 'react'
import RegistrationChanged, { defaultTemplate } from '@/emails/registration-changed'
import { questionStatus, registrationDetails } from '../rendering/participant-fields'
import { participantMail } from '../rendering/participant-mail'

export const registrationChanged = participantMail({
  slug: 'registration-changed',
  label: 'Je aanmelding is gewijzigd',
  audience: 'registered',
  defaultTemplate,
  afterSession: true,
  quotesParticipant: true,
  body: (mail, { participant, context }) =>
    createElement(RegistrationChanged, {
      ...mail,
      ...registrationDetails(participant),
      ...questionStatus(participant),
      hasEnded: context.now >= participant.session.endsAt,
    }),
})
