import { createElement } from 'react'
import AccountChanged, * as accountChanged from '@/emails/account-changed'
import Invitation, * as invitation from '@/emails/invitation'
import PasswordReset, * as passwordReset from '@/emails/password-reset'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/platform/db'
import { routes } from '@/lib/platform/routes'
import { invitationMark, newPasswordMark } from './personal-link'
import type { RenderContext, RenderedMail } from './rendered'
import type { AccountKind, MessageDetails } from './schema'

type Reader = { name: string; email: string }
type Body = Pick<RenderedMail, 'subject' | 'html' | 'text'>

/** To an organiser, about their own account at the desk. */
export async function renderAccountMail(
  kind: AccountKind,
  { name, email }: Reader,
  details: MessageDetails,
  context: RenderContext,
): Promise<RenderedMail> {
  const body = await bodies[kind](name, details, context)
  return { to: { name, address: email }, replyTo: null, ...body, calendar: null }
}

const bodies: Record<AccountKind, (name: string, details: MessageDetails, context: RenderContext) => Promise<Body>> = {
  async invitation(name, { invitedBy, linkExpiresAt }, { siteUrl }) {
    const inviter = await db().organiser.findUnique({ where: { id: invitedBy ?? '' }, select: { name: true } })
    const mail = {
      name,
      invitedBy: inviter?.name ?? null,
      url: invitationMark,
      worksUntil: at(linkExpiresAt),
      host: new URL(siteUrl).host,
    }
    return { subject: invitation.subject, ...(await renderBodies(createElement(Invitation, mail))) }
  },

  async 'password-reset'(name, { linkExpiresAt }) {
    const mail = { name, url: newPasswordMark, worksUntil: at(linkExpiresAt) }
    return { subject: passwordReset.subject, ...(await renderBodies(createElement(PasswordReset, mail))) }
  },

  async 'account-changed'(name, { accountChange = 'password' }, { siteUrl }) {
    const mail = { name, change: accountChange, url: `${siteUrl}${routes.account()}` }
    return {
      subject: accountChanged.subjectOf(accountChange),
      ...(await renderBodies(createElement(AccountChanged, mail))),
    }
  },
}

function at(instant: string | undefined): Date {
  if (!instant) throw new Error('a mail with a link says until when it works')
  return new Date(instant)
}
