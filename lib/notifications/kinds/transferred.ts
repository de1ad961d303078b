import { createElement } from 'react'
import Transferred, { defaultTemplate } from '@/emails/transferred'
import { participantMail } from '../rendering/participant-mail'

export const transferred = participantMail({
  slug: 'handed-over',
  label: 'Je plek is doorgegeven',
  audience: 'cancelled',
  defaultTemplate,
  withoutCancelLink: true,
  calendar: 'cancelled',
  body: (mail) => createElement(Transferred, mail),
})
