import { createElement } from 'react'
import OfferExpired, { defaultTemplate } from '@/emails/offer-expired'
import { participantMail } from '../rendering/participant-mail'

export const offerExpired = participantMail({
  slug: 'offer-expired',
  label: 'De aangeboden plek is vervallen',
  audience: 'cancelled',
  defaultTemplate,
  withoutCancelLink: true,
  body: (mail, { participant, details: { offerEnd = 'unanswered' }, context }) => {
    const closesAt = participant.session.registrationClosesAt
    return createElement(OfferExpired, { ...mail, closesAt, canSignUp: context.now < closesAt, offerEnd })
  },
})
