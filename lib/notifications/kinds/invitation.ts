import { createElement } from 'react'
import Invitation, { subject } from '@/emails/invitation'
import { db } from '@/lib/db/client'
import { invitationPlaceholder } from '@/lib/outbox/link-placeholders'
import { accountMail, tokenExpiry } from '../rendering/account-mail'

export const invitation = accountMail({
  slug: 'invitation',
  async content({ name, details, contact, siteUrl }) {
    const inviter = await db().organiser.findUnique({
      where: { id: details.invitedBy ?? '' },
      select: { name: true },
    })
    const body = createElement(Invitation, {
      name,
      invitedBy: inviter?.name ?? null,
      url: invitationPlaceholder,
      worksUntil: tokenExpiry(details),
      host: new URL(siteUrl).host,
      contact,
    })
    return { subject, body }
  },
})
