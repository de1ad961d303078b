import { createElement } from 'react'
import SeatOffered, { defaultTemplate, defaultTemplateForTransferee } from '@/emails/seat-offered'
import { takeSeatPlaceholder } from '@/lib/outbox/link-placeholders'
import { transferorName } from '../rendering/participant-fields'
import { participantMail } from '../rendering/participant-mail'

const dayMs = 24 * 60 * 60 * 1000

export const seatOffered = participantMail({
  slug: 'place-offered',
  label: 'Er is een plek voor je',
  audience: 'offered',
  defaultTemplate,
  transfereeTemplate: defaultTemplateForTransferee,
  statesSessionTimes: true,
  sample: {
    status: ({ session }, { now }) => {
      const offerEndsAt = Math.min(now.getTime() + 2 * dayMs, session.registrationClosesAt.getTime())
      return { waitlistedAt: now, offerExpiresAt: new Date(offerEndsAt) }
    },
  },
  body: (mail, { participant, details }) =>
    createElement(SeatOffered, {
      ...mail,
      until: participant.offerExpiresAt ?? participant.session.registrationClosesAt,
      takeSeatUrl: takeSeatPlaceholder,
      transferredFrom: transferorName(participant, details),
    }),
})
