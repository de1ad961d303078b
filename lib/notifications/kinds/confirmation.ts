import { createElement } from 'react'
import Confirmation, { defaultTemplate, defaultTemplateForTransferee } from '@/emails/confirmation'
import { questionStatus, registrationDetails, transferorName } from '../rendering/participant-fields'
import { participantMail } from '../rendering/participant-mail'

export const confirmation = participantMail({
  slug: 'confirmation',
  label: 'Bevestiging van de aanmelding',
  audience: 'seated',
  defaultTemplate,
  transfereeTemplate: defaultTemplateForTransferee,
  statesSessionTimes: true,
  quotesParticipant: true,
  calendar: 'current',
  body: (mail, { participant, details }) =>
    createElement(Confirmation, {
      ...mail,
      ...registrationDetails(participant),
      ...questionStatus(participant),
      transferredFrom: transferorName(participant, details),
    }),
})
