import { createElement } from 'react'
import PasswordReset, { subject } from '@/emails/password-reset'
import { newPasswordPlaceholder } from '@/lib/outbox/link-placeholders'
import { accountMail, tokenExpiry } from '../rendering/account-mail'

export const passwordReset = accountMail({
  slug: 'password-reset',
  content: async ({ name, details, contact }) => ({
    subject,
    body: createElement(PasswordReset, {
      name,
      url: newPasswordPlaceholder,
      worksUntil: tokenExpiry(details),
      contact,
    }),
  }),
})
