import { createElement } from 'react'
import AlreadyRegistered, { defaultTemplate, defaultTemplateForTransferee } from '@/emails/already-registered'
import { questionStatus, transferorName } from '../rendering/participant-fields'
import { participantMail } from '../rendering/participant-mail'

export const alreadyRegistered = participantMail({
  slug: 'already-registered',
  label: 'Je was al aangemeld',
  audience: 'registered',
  defaultTemplate,
  transfereeTemplate: defaultTemplateForTransferee,
  statesSessionTimes: true,
  body: (mail, { participant, details }) =>
    createElement(AlreadyRegistered, {
      ...mail,
      ...questionStatus(participant),
      registeredAt: participant.createdAt,
      transferredFrom: transferorName(participant, details),
    }),
})
