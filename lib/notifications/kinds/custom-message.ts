import { createElement } from 'react'
import CustomMessage from '@/emails/custom-message'
import { participantMail } from '../rendering/participant-mail'

export const customMessage = participantMail({
  slug: 'letter',
  label: 'Eigen bericht',
  audience: 'seated',
  defaultTemplate: null,
  afterSession: true,
  body: (mail) => createElement(CustomMessage, mail),
})
