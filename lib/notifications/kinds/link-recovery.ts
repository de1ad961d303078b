import { createElement } from 'react'
import LinkRecovery, { defaultTemplate } from '@/emails/link-recovery'
import { participantMail } from '../rendering/participant-mail'

export const linkRecovery = participantMail({
  slug: 'lost-link',
  label: 'Jouw link, opnieuw gevraagd',
  audience: 'anyone',
  defaultTemplate,
  body: (mail) => createElement(LinkRecovery, mail),
})
