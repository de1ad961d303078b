import { createElement } from 'react'
import AccountChanged, { subjectFor } from '@/emails/account-changed'
import { routes } from '@/lib/platform/routes'
import { accountMail } from '../rendering/account-mail'

export const accountChanged = accountMail({
  slug: 'account-changed',
  content: async ({ name, details: { accountChange = 'password' }, contact, siteUrl }) => ({
    subject: subjectFor(accountChange),
    body: createElement(AccountChanged, { name, change: accountChange, url: `${siteUrl}${routes.account()}`, contact }),
  }),
})
