import { db, type Prisma } from '@/lib/db/client'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import type { Message } from '@/prisma/generated/client'
import { failureReason, isBounce, withoutErrorCode } from './bounces/failure-reason'
import { maskPersonalLinks } from './link-placeholders'
import type { MessageFilter, MessageFilterState } from './message-filter'
import { effectiveResendWhere, messageFilterStates, messageFilterWhere, whereByState } from './message-filter'

/** Returns the messages to one participant, oldest first. */
export async function listMessages(registrationId: string) {
  const messages = await db().message.findMany({
    where: { registrationId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: listedRelations,
  })
  return messages.map(toMessageView)
}

const messagesPerPage = 50

const listedRelations = {
  content: { select: { toName: true, toAddress: true } },
  customMessage: { select: { subject: true } },
  registration: { select: { name: true, email: true } },
  organiser: { select: { name: true, email: true } },
} as const

type ListedMessage = Prisma.MessageGetPayload<{ include: typeof listedRelations }>

function toMessageView({ registration, organiser, customMessage, content, ...message }: ListedMessage) {
  // A rendered mail keeps its address; an unrendered one goes to the current address.
  const to = content?.toAddress ? { name: content.toName, email: content.toAddress } : (registration ?? organiser)
  return {
    ...message,
    ...messageState(message),
    failure: messageFailure(message),
    smtpResponse: withoutErrorCode(message.lastError) ?? message.smtpResponse,
    customMessageSubject: customMessage?.subject ?? null,
    to: { name: to?.name ?? '', address: to?.email ?? '' },
  }
}

/** Returns the state of a message, and in `at` when that state was reached or, if unsent, when the next attempt is due. */
function messageState({ dueAt, attempts, sentAt, failedAt, cancelledAt }: Message) {
  if (sentAt) return { state: 'sent', at: sentAt } as const
  if (failedAt) return { state: 'failed', at: failedAt } as const
  if (cancelledAt) return { state: 'cancelled', at: cancelledAt } as const
  return { state: attempts > 0 ? 'retrying' : 'waiting', at: dueAt } as const
}

/** Returns why a message failed and whether its mail came back, or `null` for a message that did not fail. */
const messageFailure = ({ failedAt, lastError }: Pick<Message, 'failedAt' | 'lastError'>) =>
  failedAt && { reason: failureReason(lastError), isBounce: isBounce(lastError) }

export type MessageFailure = NonNullable<ReturnType<typeof messageFailure>>

/**
 * Returns the latest message that failed at a participant's current address, or `null`. Leaves out mail that was resent or
 * dismissed, mail that may have arrived, and mail that failed for a fault of the site.
 */
export async function findUndelivered({ id: registrationId, email }: { id: string; email: string }) {
  const failed = await db().message.findMany({
    where: {
      registrationId,
      failedAt: { not: null },
      dismissedAt: null,
      maybeDuplicate: false,
      resends: { none: effectiveResendWhere },
    },
    orderBy: [{ failedAt: 'desc' }, { id: 'asc' }],
    include: { content: { select: { toAddress: true } } },
  })
  const address = normalizeEmail(email)
  const toAddress = failed.filter(({ content }) => normalizeEmail(content?.toAddress ?? '') === address)
  const undelivered = toAddress.flatMap(({ id, kind, failedAt, lastError }) => {
    const failure = messageFailure({ failedAt, lastError })
    return failedAt && failure && failure.reason !== 'site' ? [{ id, kind, at: failedAt, failure }] : []
  })
  return undelivered[0] ?? null
}

export type MessageState = ReturnType<typeof messageState>['state']

/** Returns page `page` (from 1) of a session's messages, latest first, or the last page if there are fewer pages. */
export async function listSessionMessages({ page, ...filter }: MessageFilter & { page: number }) {
  const where = await messageFilterWhere(filter)
  const total = await db().message.count({ where })
  const pages = Math.max(1, Math.ceil(total / messagesPerPage))
  const current = Math.min(Math.max(1, page), pages)
  const rows = await db().message.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    skip: (current - 1) * messagesPerPage,
    take: messagesPerPage,
    include: listedRelations,
  })
  return { total, page: current, pages, rows: rows.map(toMessageView) }
}

/**
 * Returns for each state the number of messages that match the filter, ignoring its own state (`show`). A message can be in
 * two states, such as `sent` and `double`.
 */
export async function countMessagesByState(filter: MessageFilter): Promise<Record<MessageFilterState, number>> {
  const where = await messageFilterWhere({ ...filter, show: null })
  const counts = messageFilterStates.map(
    async (state) => [state, await db().message.count({ where: { AND: [where, whereByState[state]] } })] as const,
  )
  return Object.fromEntries(await Promise.all(counts)) as Record<MessageFilterState, number>
}

/**
 * Returns a message of the session, or `null` for an unknown id. Its preview has no personal links. The preview is `null`
 * until the message is rendered and after its text was erased.
 */
export async function getMessage(sessionId: string, id: string) {
  const [found, resendCount] = await Promise.all([
    db().message.findFirst({ where: { id, sessionId }, include: { ...listedRelations, content: true } }),
    db().message.count({ where: { resendOfId: id, ...effectiveResendWhere } }),
  ])
  if (!found) return null
  const { subject, html, text, calendar } = found.content ?? {}
  const masked = html && text && { html: maskPersonalLinks(html), text: maskPersonalLinks(text) }
  const preview = subject && masked ? { subject, ...masked, hasCalendar: calendar !== null } : null
  return { ...toMessageView(found), resendCount, preview, isRendered: found.content !== null }
}
