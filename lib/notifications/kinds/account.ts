import { createElement } from 'react'
import * as accountChanged from '@/emails/account/account-changed'
import * as invitation from '@/emails/account/invitation'
import * as loginsBlocked from '@/emails/account/logins-blocked'
import * as passwordReset from '@/emails/account/password-reset'
import { type FixedTemplate, fixedSample } from '@/emails/parts/sample-data'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { invitationPlaceholder, newPasswordPlaceholder } from '@/lib/outbox/link-placeholders'
import { type MessageDetails, parseDetails } from '@/lib/outbox/message-details'
import type { Mailbox } from '@/lib/platform/mail/compose'
import { routes } from '@/lib/platform/routes'
import { readOrganiser } from '../rendering/organiser-mail'
import type { MailKind } from './mail-kind'

type AccountMail = { name: string; contact: Mailbox | null; details: MessageDetails; siteUrl: string }

/** Returns the declaration of a mail to an organiser about their own account. `propsOf` returns the props of `template`. */
const accountMail = <Props extends object>(
  slug: string,
  template: FixedTemplate<Props>,
  propsOf: (mail: AccountMail) => Promise<Props>,
): MailKind => ({
  slug,
  label: null,
  audience: 'accountHolder',
  urgency: 'awaited',
  defaultTemplate: null,
  samples: fixedSample(template),
  async render(message, { siteUrl }) {
    const to = await readOrganiser(message)
    const details = parseDetails(message.details)
    const contact = await findContact(to.address, details.invitedBy ?? '')
    const props = await propsOf({ name: to.name, contact, details, siteUrl })
    const bodies = await renderBodies(createElement(template.default, props))
    return { to, replyTo: contact, subject: template.subjectOf(props), ...bodies, calendar: null }
  },
})

export const accountMails = {
  invitation: accountMail('invitation', invitation, async (mail) => {
    const where = { id: mail.details.invitedBy ?? '' }
    const inviter = await db().organiser.findUnique({ where, select: { name: true } })
    return {
      ...mail,
      invitedBy: inviter?.name ?? null,
      url: invitationPlaceholder,
      worksUntil: tokenExpiry(mail.details),
      host: new URL(mail.siteUrl).host,
    }
  }),
  passwordReset: accountMail('password-reset', passwordReset, async (mail) => ({
    ...mail,
    url: newPasswordPlaceholder,
    worksUntil: tokenExpiry(mail.details),
  })),
  accountChanged: accountMail('account-changed', accountChanged, async (mail) => ({
    ...mail,
    change: mail.details.accountChange ?? 'password',
    url: `${mail.siteUrl}${routes.account()}`,
  })),
  loginsBlocked: accountMail('logins-blocked', loginsBlocked, async (mail) => ({
    ...mail,
    step: mail.details.blockedStep ?? 'password',
    url: `${mail.siteUrl}${routes.forgotPassword()}`,
  })),
}

/** Returns who gets replies to an account mail: organiser `invitedBy`, else the longest-serving other admin, or `null`. */
async function findContact(receiverEmail: string, invitedBy: string): Promise<Mailbox | null> {
  const select = { name: true, email: true }
  const others = { ...canLogIn, email: { not: receiverEmail } }
  const found =
    (await db().organiser.findFirst({ where: { id: invitedBy, ...others }, select })) ??
    (await db().organiser.findFirst({ where: { role: 'admin', ...others }, orderBy: { acceptedAt: 'asc' }, select }))
  return found && { name: found.name, address: found.email }
}

/** Returns when the link in the mail expires. Throws when the message details state no expiry. */
function tokenExpiry({ tokenExpiresAt }: MessageDetails): Date {
  if (!tokenExpiresAt) throw new Error('a mail with a link needs tokenExpiresAt')
  return new Date(tokenExpiresAt)
}
