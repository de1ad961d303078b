import { createElement } from 'react'
import Clarification, { defaultTemplate } from '@/emails/clarification'
import { findAgendaAnswer } from '../rendering/participant-fields'
import { participantMail } from '../rendering/participant-mail'

export const clarification = participantMail({
  slug: 'clarification',
  label: 'Vraag om toelichting',
  audience: 'seated',
  defaultTemplate,
  quotesParticipant: true,
  sample: { details: (_, { ask }) => ({ ask }) },
  body: (mail, { participant, details: { ask = '' } }) =>
    createElement(Clarification, { ...mail, question: findAgendaAnswer(participant)?.text ?? null, ask }),
})
