import { readdir, unlink } from 'node:fs/promises'
import path from 'node:path'
import { db, Prisma, type Transaction } from '@/lib/db/client'
import { kindsQuotingParticipant } from '@/lib/notifications/kinds/registry'
import { parseDetails } from '@/lib/outbox/message-details'
import { eraseForRerender } from '@/lib/outbox/message-locks'

// All access of this domain to the rendered content of messages.

const emptyContent = {
  toName: null,
  toAddress: null,
  replyToName: null,
  replyToAddress: null,
  subject: null,
  html: null,
  text: null,
  calendar: null,
  messageIdHeader: null,
} as const
const emptyMessage = { details: Prisma.DbNull, lastError: null, smtpResponse: null } as const

const notEmpty = (columns: object) => Object.entries(columns).map(([column, empty]) => ({ [column]: { not: empty } }))

/** Filter: the message names its recipient or still has content. */
export const hasContent: Prisma.MessageWhereInput = {
  OR: [...notEmpty(emptyMessage), { content: { is: { OR: notEmpty(emptyContent) } } }],
}

/** Filter: the message was sent, failed or was cancelled. */
export const isFinished: Prisma.MessageWhereInput = {
  OR: [{ sentAt: { not: null } }, { failedAt: { not: null } }, { cancelledAt: { not: null } }],
}

/** Filter: a finished message that repeats what the participant filled in, with its text. */
export const quotesParticipant: Prisma.MessageWhereInput = {
  kind: { in: [...kindsQuotingParticipant] },
  AND: [isFinished, { content: { is: { OR: [{ html: { not: null } }, { text: { not: null } }] } } }],
}

/**
 * Blanks recipient and content of these messages and cancels the unfinished ones. The caller makes sure that none is being
 * sent: it locks them or selects finished messages only.
 */
export async function clearMails(tx: Transaction, where: Prisma.MessageWhereInput, now: Date): Promise<void> {
  await tx.message.updateMany({
    where: { AND: [where, { NOT: isFinished }] },
    data: { cancelledAt: now, cancelReason: 'erased', claimToken: null, claimedUntil: null },
  })
  // The content first: a condition may read the details.
  await tx.messageContent.updateMany({ where: { message: { AND: [where, hasContent] } }, data: emptyContent })
  await tx.message.updateMany({ where: { AND: [where, { OR: notEmpty(emptyMessage) }] }, data: emptyMessage })
}

/** Blanks the mails that repeat what the participants of these registrations filled in. Unsent mails wait for a later run. */
export async function clearQuotingMails(tx: Transaction, registrationIds: string[]): Promise<void> {
  const where = { registrationId: { in: registrationIds }, ...quotesParticipant }
  await tx.messageContent.updateMany({ where: { message: where }, data: { html: null, text: null } })
}

const isTransferNotice: Prisma.MessageWhereInput = { details: { path: ['isTransfer'], equals: true } }

/** Blanks what the colleagues who took over a seat read about the transferor, or in answers that came along. */
export async function clearMailsToTransferees(tx: Transaction, transfereeIds: string[]): Promise<void> {
  const mails = await tx.message.findMany({
    where: { registrationId: { in: transfereeIds }, OR: [isTransferNotice, quotesParticipant] },
    select: { id: true },
  })
  await clearRenderedMails(tx, { messageIds: mails.map(({ id }) => id), customMessageIds: [] })
}

/** Lists the mails to a registration, in the order of the time that is shown: sent, or else created. */
export async function listMails(registrationId: string) {
  const mails = await db().message.findMany({
    where: { registrationId },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      createdAt: true,
      sentAt: true,
      content: { select: { toAddress: true, subject: true, text: true } },
    },
  })
  const shownAt = ({ sentAt, createdAt }: (typeof mails)[number]) => (sentAt ?? createdAt).getTime()
  return mails
    .toSorted((one, other) => shownAt(one) - shownAt(other))
    .map(({ content, ...mail }) => ({ toAddress: null, subject: null, text: null, ...mail, ...content }))
}

/** Lists the rendered mails that may name a participant to others: mails to organisers and to colleagues who took over a seat. */
export async function listMailsToOthers(tx: Transaction, sessionId: string) {
  const mails = await tx.message.findMany({
    where: {
      sessionId,
      OR: [
        { registrationId: null, content: { is: { text: { not: null } } } },
        { registration: { messages: { some: isTransferNotice } } },
      ],
    },
    select: {
      id: true,
      content: { select: { subject: true, text: true } },
      details: true,
      registration: { select: { transferredFrom: { select: { id: true } } } },
    },
  })
  return mails.map(({ id, content, details, registration }) => ({
    id,
    subject: content?.subject ?? null,
    text: content?.text ?? null,
    /** Registrations whose participant a transfer notice names. */
    transferorIds: parseDetails(details).isTransfer
      ? (registration?.transferredFrom ?? []).map((transferor) => transferor.id)
      : [],
  }))
}

/**
 * Blanks rendered mails, so that an unsent one is rendered anew. A worker that is rendering one loses its claim; otherwise it
 * would store the old text.
 */
export async function clearRenderedMails(
  tx: Transaction,
  { messageIds, customMessageIds }: { messageIds: string[]; customMessageIds: string[] },
): Promise<void> {
  await eraseForRerender(tx, { OR: [{ customMessageId: { in: customMessageIds } }, { id: { in: messageIds } }] })
}

/** Query for the `registrationId` of each mail to this address. An address to confirm may belong to someone else. */
export const mailedToSql = (normalizedEmail: string) => Prisma.sql`
  SELECT "registrationId" FROM "Message" JOIN "MessageContent" USING ("id")
  WHERE lower("toAddress") = ${normalizedEmail} AND "kind" <> 'emailChangeConfirm'`

/** Lists the ids of finished mails to addresses that were never confirmed and whose request is gone. */
export async function listUnconfirmedAddressMails(tx: Transaction): Promise<string[]> {
  const mails = await tx.$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "Message" m JOIN "MessageContent" c USING ("id")
    WHERE m."kind" = 'emailChangeConfirm' AND c."toAddress" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "EmailChangeRequest" q WHERE q."id"::text = m."details"->>'emailChangeRequestId')`
  return mails.map(({ id }) => id)
}

const fileBatchSize = 500
// The mail transport puts the Message-ID in the file name; it starts with the id of the message.
const messageIdPattern = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-/

/** Deletes the `.eml` files in `dir` whose message has no content any more. Returns their number. Leaves other files alone. */
export async function purgeMailFiles(dir: string): Promise<number> {
  const files = (await readdir(dir).catch(ignoreMissing)).flatMap((name) => {
    const [, id] = messageIdPattern.exec(name) ?? []
    return id ? [{ name, id }] : []
  })
  let deleted = 0
  for (let offset = 0; offset < files.length; offset += fileBatchSize) {
    const batch = files.slice(offset, offset + fileBatchSize)
    const withContent = await db().messageContent.findMany({
      where: { id: { in: batch.map(({ id }) => id) }, html: { not: null } },
      select: { id: true },
    })
    const keptIds = new Set(withContent.map(({ id }) => id))
    for (const { name } of batch.filter(({ id }) => !keptIds.has(id))) {
      await unlink(path.join(dir, name)).catch(ignoreMissing)
      deleted += 1
    }
  }
  return deleted
}

function ignoreMissing(error: NodeJS.ErrnoException): never[] {
  if (error.code !== 'ENOENT') throw error
  return []
}
