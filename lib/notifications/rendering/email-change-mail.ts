import { createElement } from 'react'
import { quotedTitle } from '@/emails/parts/quoted-title'
import { type FixedTemplate, fixedSample } from '@/emails/parts/sample-data'
import type { EmailChangeMail } from '@/emails/registration/email-change'
import { renderBodies } from '@/emails/render-bodies'
import { db, type Transaction } from '@/lib/db/client'
import { confirmEmailPlaceholder } from '@/lib/outbox/link-placeholders'
import { type MessageDetails, parseDetails } from '@/lib/outbox/message-details'
import { type MailKind, requireReference } from '../kinds/mail-kind'

type EmailChangeKind = Pick<MailKind, 'slug' | 'label' | 'audience' | 'afterSession'> &
  Required<Pick<MailKind, 'emailChange'>>

/** Returns the declaration of a mail about a changed e-mail address. The mail names nobody: a stranger may get it. */
export const emailChangeMail = (template: FixedTemplate<EmailChangeMail>, kind: EmailChangeKind): MailKind => ({
  ...kind,
  // Organisers cannot override these texts, because the security of a registration depends on them.
  defaultTemplate: null,
  notResendable: true,
  samples: fixedSample(template),
  async render(message) {
    const request = await readEmailChangeRequest(db(), kind.emailChange, parseDetails(message.details))
    if (!request) throw new Error('the e-mail change request is gone')
    const session = await db().session.findUniqueOrThrow({
      where: { id: requireReference(message.sessionId, message) },
      select: { title: true, organisedBy: true, contactName: true, contactEmail: true },
    })
    const props = {
      kennissessie: quotedTitle(session.title),
      organisator: session.organisedBy,
      contact: { name: session.contactName, address: session.contactEmail },
      url: confirmEmailPlaceholder,
      worksUntil: request.expiresAt,
    }
    return {
      to: { name: '', address: request.to },
      replyTo: props.contact,
      subject: template.subjectOf(props),
      ...(await renderBodies(createElement(template.default, props))),
      calendar: null,
    }
  },
})

/** Returns the e-mail change request of a mail, or `null` if it is gone. `receiver` selects the address in `to`. */
export async function readEmailChangeRequest(
  tx: Transaction,
  receiver: MailKind['emailChange'],
  { emailChangeRequestId }: MessageDetails,
) {
  if (!emailChangeRequestId) return null
  const request = await tx.emailChangeRequest.findUnique({
    where: { id: emailChangeRequestId },
    include: { registration: { select: { tokenVersion: true } } },
  })
  if (!request) return null
  const { id, email, oldEmail, tokenVersion, expiresAt, registration } = request
  return {
    to: receiver === 'requestedAddress' ? email : oldEmail,
    expiresAt,
    owner: { id, tokenVersion },
    /** False when the link in the mail no longer works: the registration's token version changed after the request. */
    isUsable: registration.tokenVersion === tokenVersion,
  }
}
