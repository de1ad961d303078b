import { createElement } from 'react'
import EmailChangeConfirm, * as emailChangeConfirm from '@/emails/email-change-confirm'
import EmailChanged, * as emailChanged from '@/emails/email-changed'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/db/client'
import { confirmEmailPlaceholder } from '@/lib/outbox/link-placeholders'
import { readEmailChangeRequest } from '../email-change-request'
import type { EmailChangeKind, MessageDetails } from '../schema'
import { sessionValues } from './compose-participant-mail'
import type { RenderedMail } from './rendered-mail'

/**
 * To the new address of a participant, or the old one. Neither names them: the one may be mistyped, and reach a stranger.
 * Throws when the request is gone.
 */
export async function renderEmailChangeMail(
  kind: EmailChangeKind,
  sessionId: string,
  details: MessageDetails,
): Promise<RenderedMail> {
  const request = await readEmailChangeRequest(db(), kind, details)
  if (!request) throw new Error('no such request for another address')
  const session = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { title: true, startsAt: true, endsAt: true, organisedBy: true, contactName: true, contactEmail: true },
  })
  const { kennissessie, organisator } = sessionValues(session)
  const contact = { name: session.contactName, address: session.contactEmail }
  const mail = { kennissessie, organisator, contact }
  const [subject, body] =
    kind === 'emailChangeConfirm'
      ? [
          emailChangeConfirm.subject,
          createElement(EmailChangeConfirm, { ...mail, url: confirmEmailPlaceholder, worksUntil: request.expiresAt }),
        ]
      : [emailChanged.subject, createElement(EmailChanged, mail)]
  return {
    to: { name: '', address: request.to },
    replyTo: contact,
    subject,
    ...(await renderBodies(body)),
    calendar: null,
  }
}
