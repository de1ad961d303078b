import { createElement } from 'react'
import EmailChangeConfirm, { subject } from '@/emails/email-change-confirm'
import { confirmEmailPlaceholder } from '@/lib/outbox/link-placeholders'
import { emailChangeMail } from '../rendering/email-change-mail'

export const emailChangeConfirm = emailChangeMail({
  slug: 'address-confirm',
  label: 'Bevestig je nieuwe e-mailadres',
  audience: 'registered',
  afterSession: true,
  emailChange: 'requestedAddress',
  subject,
  body: (mail, { expiresAt }) =>
    createElement(EmailChangeConfirm, { ...mail, url: confirmEmailPlaceholder, worksUntil: expiresAt }),
})
