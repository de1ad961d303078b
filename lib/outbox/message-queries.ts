import { db, type Prisma } from '@/lib/db/client'
import { maskPersonalLinks } from './link-placeholders'
import {
  effectiveResendWhere,
  type MessageFilter,
  type MessageFilterState,
  messageFilterStates,
  messageFilterWhere,
} from './message-filter'
import { messageState, withoutErrorCode } from './message-state'

/** The mails about one sign-up (its id, a UUID) in their order, and what became of each. */
export async function listMessages(registrationId: string) {
  const messages = await db().message.findMany({
    where: { registrationId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: listedFields,
  })
  return messages.map(toMessageView)
}

export const messagesPerPage = 50

const listedFields = {
  id: true,
  kind: true,
  dueAt: true,
  attempts: true,
  sentAt: true,
  failedAt: true,
  cancelledAt: true,
  cancelReason: true,
  dismissedAt: true,
  maybeDuplicate: true,
  lastError: true,
  smtpResponse: true,
  content: { select: { toName: true, toAddress: true } },
  customMessage: { select: { subject: true } },
  registration: { select: { id: true, name: true, email: true } },
  organiser: { select: { name: true, email: true } },
} as const

type ListedMessage = Prisma.MessageGetPayload<{ select: typeof listedFields }>

function toMessageView({ registration, organiser, customMessage, content, ...message }: ListedMessage) {
  // A rendered mail keeps its address; an unrendered one goes to the current address.
  const to = content?.toAddress ? { name: content.toName, email: content.toAddress } : (registration ?? organiser)
  return {
    id: message.id,
    kind: message.kind,
    ...messageState(message),
    dismissedAt: message.dismissedAt,
    maybeDuplicate: message.maybeDuplicate,
    cancelReason: message.cancelReason,
    smtpResponse: message.smtpResponse ?? withoutErrorCode(message.lastError),
    customMessageSubject: customMessage?.subject ?? null,
    to: { name: to?.name ?? '', address: to?.email ?? '' },
  }
}

/** One page of the mails about a kennissessie that a list was asked for, the latest first; pages count from 1. */
export async function listSessionMessages({ page, ...filter }: MessageFilter & { page: number }) {
  const where = messageFilterWhere(filter)
  const total = await db().message.count({ where })
  const pages = Math.max(1, Math.ceil(total / messagesPerPage))
  const current = Math.min(Math.max(1, page), pages)
  const rows = await db().message.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    skip: (current - 1) * messagesPerPage,
    take: messagesPerPage,
    select: listedFields,
  })
  return { total, page: current, pages, rows: rows.map(toMessageView) }
}

/** How many mails about a kennissessie there are in each state. */
export async function countMessagesByState(sessionId: string): Promise<Record<MessageFilterState, number>> {
  const counts = await Promise.all(
    messageFilterStates.map((show) => db().message.count({ where: messageFilterWhere({ sessionId, show }) })),
  )
  return Object.fromEntries(messageFilterStates.map((state, index) => [state, counts[index] ?? 0])) as Record<
    MessageFilterState,
    number
  >
}

/**
 * One mail with what it looked like, or null when this kennissessie has no such mail. Before its first attempt it has no
 * looks yet. The personal link is not in it: nobody else may take part by it.
 */
export async function getMessage(sessionId: string, id: string) {
  const [found, resendCount] = await Promise.all([
    db().message.findFirst({
      where: { id, sessionId },
      select: { ...listedFields, content: true },
    }),
    db().message.count({ where: { resendOfId: id, ...effectiveResendWhere } }),
  ])
  if (!found) return null
  const { subject, html, text, calendar } = found.content ?? {}
  const preview =
    subject && html && text
      ? { subject, html: maskPersonalLinks(html), text: maskPersonalLinks(text), hasCalendar: calendar !== null }
      : null
  return { ...toMessageView(found), attempts: found.attempts, resendCount, preview }
}
