import { createElement } from 'react'
import AccountChanged, * as accountChanged from '@/emails/account-changed'
import Invitation, * as invitation from '@/emails/invitation'
import PasswordReset, * as passwordReset from '@/emails/password-reset'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { invitationPlaceholder, newPasswordPlaceholder } from '@/lib/outbox/link-placeholders'
import type { Mailbox } from '@/lib/platform/mail/compose'
import { routes } from '@/lib/platform/routes'
import type { AccountKind, MessageDetails } from '../schema'
import type { RenderContext, RenderedMail } from './rendered-mail'

type OrganiserRecipient = { name: string; email: string }
type MailBody = Pick<RenderedMail, 'subject' | 'html' | 'text'>
type AccountMailInput = { name: string; details: MessageDetails; contact: Mailbox | null; siteUrl: string }

/** To an organiser, about their own account at the desk. An answer goes to the colleague whom it names. */
export async function renderAccountMail(
  kind: AccountKind,
  { name, email }: OrganiserRecipient,
  details: MessageDetails,
  { siteUrl }: RenderContext,
): Promise<RenderedMail> {
  const contact = await findContact(email, details.invitedBy ?? '')
  const body = await bodyRenderers[kind]({ name, details, contact, siteUrl })
  return { to: { name, address: email }, replyTo: contact, ...body, calendar: null }
}

const bodyRenderers: Record<AccountKind, (about: AccountMailInput) => Promise<MailBody>> = {
  async invitation({ name, details: { invitedBy, tokenExpiresAt }, contact, siteUrl }) {
    const inviter = await db().organiser.findUnique({ where: { id: invitedBy ?? '' }, select: { name: true } })
    const mail = {
      name,
      invitedBy: inviter?.name ?? null,
      url: invitationPlaceholder,
      worksUntil: parseInstant(tokenExpiresAt),
      host: new URL(siteUrl).host,
      contact,
    }
    return { subject: invitation.subject, ...(await renderBodies(createElement(Invitation, mail))) }
  },

  async passwordReset({ name, details: { tokenExpiresAt }, contact }) {
    const mail = { name, url: newPasswordPlaceholder, worksUntil: parseInstant(tokenExpiresAt), contact }
    return { subject: passwordReset.subject, ...(await renderBodies(createElement(PasswordReset, mail))) }
  },

  async accountChanged({ name, details: { accountChange = 'password' }, contact, siteUrl }) {
    const mail = { name, change: accountChange, url: `${siteUrl}${routes.account()}`, contact }
    return {
      subject: accountChanged.subjectFor(accountChange),
      ...(await renderBodies(createElement(AccountChanged, mail))),
    }
  },
}

/**
 * The colleague to ask about an account: who invited the reader, else whoever has been a beheerder longest. Null when the
 * reader is the only one who could be asked.
 */
async function findContact(readerEmail: string, invitedBy: string): Promise<Mailbox | null> {
  const select = { name: true, email: true }
  const others = { ...canLogIn, email: { not: readerEmail } }
  const found =
    (await db().organiser.findFirst({ where: { id: invitedBy, ...others }, select })) ??
    (await db().organiser.findFirst({ where: { role: 'admin', ...others }, orderBy: { acceptedAt: 'asc' }, select }))
  return found && { name: found.name, address: found.email }
}

function parseInstant(instant: string | undefined): Date {
  if (!instant) throw new Error('a mail with a link says until when it works')
  return new Date(instant)
}
