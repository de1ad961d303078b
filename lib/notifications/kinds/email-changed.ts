import { createElement } from 'react'
import EmailChanged, { subject } from '@/emails/email-changed'
import { emailChangeMail } from '../rendering/email-change-mail'

/** Warns the former address. Always sent: it reveals a change that the participant did not make. */
export const emailChanged = emailChangeMail({
  slug: 'address-changed',
  label: 'Je e-mailadres is gewijzigd',
  audience: 'anyone',
  emailChange: 'formerAddress',
  subject,
  body: (mail) => createElement(EmailChanged, mail),
})
