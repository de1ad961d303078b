import { db, type Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { parseDetails } from '@/lib/outbox/message-details'
import type { MailPort } from '@/lib/outbox/render-and-store'
import type { MessageToRender } from './kinds/mail-kind'
import { mailKinds, urgentKinds } from './kinds/registry'
import { sendRefusal } from './relevance'
import { readEmailChangeRequest } from './rendering/email-change-mail'
import { selectedStatuses } from './schema'
import { isSameStartAndEnd, previousTimes } from './session-times'

/** The functions by which the outbox checks whether a message may be sent, and renders it. */
export const mailPort: MailPort = {
  urgentKinds,
  async readContext(message, now) {
    const context = await readMessageContext(db(), message)
    return {
      refusal: sendRefusal({ ...context, message, now }),
      freesDedupeKey: mailKinds[message.kind].schedule !== undefined,
      linkOwner: context.linkOwner,
      address: context.address,
      calendarSequence: context.session?.calendarSequence ?? null,
    }
  },
  render: (message, context) => mailKinds[message.kind].render(message, context),
}

/**
 * Returns the current session, receiver and link owner of a message, from which `sendRefusal` decides whether it may be
 * sent. Throws when the session is gone or the message details are malformed.
 */
export async function readMessageContext(tx: Transaction, message: Omit<MessageToRender, 'id'>) {
  const { kind, sessionId, registrationId, organiserId, customMessageId } = message
  const details = parseDetails(message.details)
  if (!sessionId) {
    const organiser = organiserId
      ? await tx.organiser.findUnique({ where: { id: organiserId }, select: { id: true, tokenVersion: true } })
      : null
    const linkSuperseded = details.tokenVersion !== undefined && details.tokenVersion !== organiser?.tokenVersion
    const expiry = details.linkHoldsExpiry && details.tokenExpiresAt
    const linkOwner = organiser && { ...organiser, ...(expiry && { expiresAt: new Date(expiry) }) }
    return { session: null, registration: null, customMessage: null, address: null, linkOwner, linkSuperseded }
  }
  const { releases, ...session } = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    include: { releases: { orderBy: { number: 'desc' }, take: 1, select: { number: true } } },
  })
  const registration = registrationId
    ? await tx.registration.findUnique({
        where: { id: registrationId },
        select: registrationFields,
      })
    : null
  const { emailChange, schedule } = mailKinds[kind]
  const request = emailChange ? await readEmailChangeRequest(tx, emailChange, details) : null
  // The mail to the former address holds no link, so it needs no link owner.
  const requestOwner = emailChange === 'requestedAddress' && request?.isUsable ? request.owner : null
  return {
    session: { ...session, latestRelease: releases[0]?.number ?? null },
    registration,
    customMessage: customMessageId ? await readCustomMessage(customMessageId) : null,
    linkOwner: emailChange ? requestOwner : registration,
    address: request?.to ?? registration?.email ?? null,
    linkSuperseded: emailChange === 'requestedAddress' && requestOwner === null,
    accessEnded: organiserId !== null && (await tx.organiser.count({ where: { id: organiserId, ...canLogIn } })) === 0,
    window: schedule?.window(session) ?? null,
    change: kind === 'sessionChanged' && registrationId ? await readChange() : null,
  }

  async function readCustomMessage(id: string) {
    const found = await tx.customMessage.findUnique({ where: { id }, select: { createdAt: true, selection: true } })
    return found && { createdAt: found.createdAt, statuses: selectedStatuses(found.selection) }
  }

  async function readChange() {
    const { sequence = Number.POSITIVE_INFINITY, linkChanged, agendaChanged } = details
    const before = previousTimes(details)
    const isReverted = before !== null && isSameStartAndEnd(before, session)
    const uncancelled = await tx.message.findMany({
      where: { sessionId, registrationId, kind: 'sessionChanged', cancelledAt: null },
      select: { details: true },
    })
    const sequences = uncancelled.map((mail) => parseDetails(mail.details).sequence ?? -1)
    return { sequence, latest: Math.max(-1, ...sequences), isUndone: isReverted && !linkChanged && !agendaChanged }
  }
}

const registrationFields = {
  id: true,
  tokenVersion: true,
  cancelledAt: true,
  waitlistedAt: true,
  offerExpiresAt: true,
  erasedAt: true,
  email: true,
} as const
