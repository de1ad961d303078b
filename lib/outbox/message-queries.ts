import { db, type Prisma } from '@/lib/db/client'
import type { Message } from '@/prisma/generated/client'
import { maskPersonalLinks } from './link-placeholders'
import type { MessageFilter, MessageFilterState } from './message-filter'
import { effectiveResendWhere, messageFilterStates, messageFilterWhere } from './message-filter'

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
    smtpResponse: message.smtpResponse ?? withoutErrorCode(message.lastError),
    customMessageSubject: customMessage?.subject ?? null,
    to: { name: to?.name ?? '', address: to?.email ?? '' },
  }
}

/** Returns the state of a message and when it was reached. For an unsent message `at` is the earliest next attempt. */
function messageState({ dueAt, attempts, sentAt, failedAt, cancelledAt }: Message) {
  if (sentAt) return { state: 'sent', at: sentAt } as const
  if (failedAt) return { state: 'failed', at: failedAt } as const
  if (cancelledAt) return { state: 'cancelled', at: cancelledAt } as const
  return { state: attempts > 0 ? 'retrying' : 'waiting', at: dueAt } as const
}

export type MessageState = ReturnType<typeof messageState>['state']

/** Removes the error code that deliver.ts puts before the server's answer. */
export const withoutErrorCode = (error: string | null) => error?.replace(/^E[A-Z]+: /, '') ?? null

/** Returns one page of a session's messages, latest first. Pages count from 1; a page beyond the last gives the last. */
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
    include: listedRelations,
  })
  return { total, page: current, pages, rows: rows.map(toMessageView) }
}

/** Counts the messages of a session in each state of the filter. */
export async function countMessagesByState(sessionId: string): Promise<Record<MessageFilterState, number>> {
  const counts = messageFilterStates.map(
    async (show) => [show, await db().message.count({ where: messageFilterWhere({ sessionId, show }) })] as const,
  )
  return Object.fromEntries(await Promise.all(counts)) as Record<MessageFilterState, number>
}

/**
 * Returns a message with a preview of its content, without personal links. The preview is `null` before the first attempt.
 * Returns `null` when the session has no such message.
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
  return { ...toMessageView(found), resendCount, preview }
}
