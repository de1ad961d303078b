import { createElement } from 'react'
import Waitlisted, { defaultTemplate } from '@/emails/waitlisted'
import { questionStatus, registrationDetails, transferorName } from '../rendering/participant-fields'
import { participantMail } from '../rendering/participant-mail'

export const waitlisted = participantMail({
  slug: 'waiting-list',
  label: 'Je staat op de wachtlijst',
  audience: 'waitlisted',
  defaultTemplate,
  statesSessionTimes: true,
  quotesParticipant: true,
  sample: { status: (_, { now }) => ({ waitlistedAt: now, offerExpiresAt: null }) },
  body: (mail, { participant, details }) =>
    createElement(Waitlisted, {
      ...mail,
      ...registrationDetails(participant),
      ...questionStatus(participant),
      closesAt: participant.session.registrationClosesAt,
      transferredFrom: transferorName(participant, details),
    }),
})
