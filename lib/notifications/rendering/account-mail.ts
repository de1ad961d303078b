import type { ReactElement } from 'react'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { type MessageDetails, parseDetails } from '@/lib/outbox/message-details'
import type { MailKind } from '../kinds/mail-kind'
import { readOrganiser } from './organiser-data'

type Contact = { name: string; address: string } | null
type AccountMailData = { name: string; details: MessageDetails; contact: Contact; siteUrl: string }

type AccountMailDeclaration = {
  slug: string
  content: (data: AccountMailData) => Promise<{ subject: string; body: ReactElement }>
}

/** Declares a mail to an organiser about their own account. Replies go to the colleague whom it names. */
export const accountMail = ({ slug, content }: AccountMailDeclaration): MailKind => ({
  slug,
  label: null,
  audience: 'accountHolder',
  defaultTemplate: null,
  async render(message, { siteUrl }) {
    const { name, email } = await readOrganiser(message)
    const details = parseDetails(message.details)
    const contact = await findContact(email, details.invitedBy ?? '')
    const { subject, body } = await content({ name, details, contact, siteUrl })
    return { to: { name, address: email }, replyTo: contact, subject, ...(await renderBodies(body)), calendar: null }
  },
})

/** The organiser who invited the receiver, else the longest-serving other admin. Returns `null` when there is none. */
async function findContact(receiverEmail: string, invitedBy: string): Promise<Contact> {
  const select = { name: true, email: true }
  const others = { ...canLogIn, email: { not: receiverEmail } }
  const found =
    (await db().organiser.findFirst({ where: { id: invitedBy, ...others }, select })) ??
    (await db().organiser.findFirst({ where: { role: 'admin', ...others }, orderBy: { acceptedAt: 'asc' }, select }))
  return found && { name: found.name, address: found.email }
}

/** When the link in the mail expires. Throws when the message does not say. */
export function tokenExpiry({ tokenExpiresAt }: MessageDetails): Date {
  if (!tokenExpiresAt) throw new Error('a mail with a link needs tokenExpiresAt')
  return new Date(tokenExpiresAt)
}
