import { createElement } from 'react'
import AddressChanged, * as addressChanged from '@/emails/address-changed'
import AddressConfirm, * as addressConfirm from '@/emails/address-confirm'
import { renderBodies } from '@/emails/render-bodies'
import { db } from '@/lib/platform/db'
import { readAddressRequest } from './address-request'
import { newAddressMark } from './personal-link'
import { sessionValues } from './render-participant'
import type { RenderedMail } from './rendered'
import type { AddressKind, MessageDetails } from './schema'

/**
 * To the new address of a participant, or the old one. Neither names them: the one may be mistyped, and reach a stranger.
 * Throws when the request is gone.
 */
export async function renderAddressMail(
  kind: AddressKind,
  sessionId: string,
  details: MessageDetails,
): Promise<RenderedMail> {
  const request = await readAddressRequest(db(), kind, details)
  if (!request) throw new Error('no such request for another address')
  const session = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { title: true, startsAt: true, endsAt: true, organisedBy: true, contactName: true, contactEmail: true },
  })
  const { kennissessie, organisator } = sessionValues(session)
  const contact = { name: session.contactName, address: session.contactEmail }
  const mail = { kennissessie, organisator, contact }
  const [subject, body] =
    kind === 'address-confirm'
      ? [
          addressConfirm.subject,
          createElement(AddressConfirm, { ...mail, url: newAddressMark, worksUntil: request.expiresAt }),
        ]
      : [addressChanged.subject, createElement(AddressChanged, mail)]
  return {
    to: { name: '', address: request.to },
    replyTo: contact,
    subject,
    ...(await renderBodies(body)),
    calendar: null,
  }
}
