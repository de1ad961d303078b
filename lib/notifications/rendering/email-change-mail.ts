import type { ReactElement } from 'react'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/db/client'
import { parseDetails } from '@/lib/outbox/message-details'
import { readEmailChangeRequest } from '../email-change-request'
import { type MailKind, requireReference } from '../kinds/mail-kind'
import { sessionValues } from './session-values'

type EmailChangeMail = { kennissessie: string; organisator: string; contact: { name: string; address: string } }

type EmailChangeMailDeclaration = Pick<MailKind, 'slug' | 'label' | 'audience' | 'afterSession'> & {
  emailChange: NonNullable<MailKind['emailChange']>
  subject: string
  body: (mail: EmailChangeMail, request: { expiresAt: Date }) => ReactElement
}

/** Declares a mail about an e-mail change. It does not name the participant: a mistyped address may reach a stranger. */
export const emailChangeMail = ({ subject, body, ...kind }: EmailChangeMailDeclaration): MailKind => ({
  ...kind,
  // The security of a registration depends on these texts.
  defaultTemplate: null,
  notResendable: true,
  async render(message) {
    const request = await readEmailChangeRequest(db(), kind.emailChange, parseDetails(message.details))
    if (!request) throw new Error('the e-mail change request is gone')
    const session = await db().session.findUniqueOrThrow({
      where: { id: requireReference(message.sessionId, message) },
      select: { title: true, startsAt: true, endsAt: true, organisedBy: true, contactName: true, contactEmail: true },
    })
    const { kennissessie, organisator } = sessionValues(session)
    const contact = { name: session.contactName, address: session.contactEmail }
    return {
      to: { name: '', address: request.to },
      replyTo: contact,
      subject,
      ...(await renderBodies(body({ kennissessie, organisator, contact }, request))),
      calendar: null,
    }
  },
})
