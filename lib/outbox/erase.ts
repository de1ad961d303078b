import { Prisma, type Transaction } from '@/lib/db/client'
import { lockMessages } from './lock-messages'

const personalContentColumns = [
  'toName',
  'toAddress',
  'replyToName',
  'replyToAddress',
  'subject',
  'html',
  'text',
  'calendar',
  'messageIdHeader',
]
const personalMessageColumns = ['details', 'lastError', 'smtpResponse']

const columnsOf = (alias: string, columns: string[]) => columns.map((column) => `${alias}."${column}"`).join(', ')
const cleared = (columns: string[]) => Prisma.raw(columns.map((column) => `"${column}" = NULL`).join(', '))

/** SQL condition on "Message" as m: it was sent, failed or was cancelled. */
export const isFinishedSql = Prisma.sql`(m."sentAt" IS NOT NULL OR m."failedAt" IS NOT NULL OR m."cancelledAt" IS NOT NULL)`

/** SQL condition on "Message" as m: it still says to whom it went or what it said. */
export const hasPersonalDataSql = Prisma.raw(`(num_nonnulls(${columnsOf('m', personalMessageColumns)}) > 0
  OR EXISTS (SELECT 1 FROM "MessageContent" AS c WHERE c."id" = m."id"
    AND num_nonnulls(${columnsOf('c', personalContentColumns)}) > 0))`)

/** SQL condition on "Message" as m: its body is still stored. */
export const hasBodySql = Prisma.sql`EXISTS (SELECT 1 FROM "MessageContent" AS c WHERE c."id" = m."id"
  AND num_nonnulls(c."html", c."text") > 0)`

/**
 * Clears the personal data of messages that match a condition on "Message" as m, and cancels the unsent ones. The caller has
 * locked them or selects finished ones, so that no worker is sending one.
 */
export async function eraseMessages(tx: Transaction, filter: Prisma.Sql, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Message" AS m SET "cancelledAt" = ${now.toISOString()}::timestamptz, "cancelReason" = 'erased',
      "claimToken" = NULL, "claimedUntil" = NULL
    WHERE ${filter} AND NOT ${isFinishedSql}`
  await tx.$executeRaw`
    UPDATE "MessageContent" AS content SET ${cleared(personalContentColumns)}
    FROM "Message" AS m WHERE content."id" = m."id" AND ${filter} AND ${hasPersonalDataSql}`
  // After the content: a condition may read the details.
  await tx.$executeRaw`
    UPDATE "Message" AS m SET ${cleared(personalMessageColumns)} WHERE ${filter} AND ${hasPersonalDataSql}`
}

/** Clears the stored bodies of finished messages. */
export async function eraseBodies(tx: Transaction, where: Prisma.MessageWhereInput): Promise<void> {
  const isFinished = [{ sentAt: { not: null } }, { failedAt: { not: null } }, { cancelledAt: { not: null } }]
  await tx.messageContent.updateMany({
    where: { message: { AND: [where, { OR: isFinished }] } },
    data: { html: null, text: null },
  })
}

/**
 * Clears subject and body of messages, so that unsent ones are rendered again. A worker that is rendering one loses its lease:
 * otherwise the erased text would come back.
 */
export async function eraseForRerender(tx: Transaction, where: Prisma.MessageWhereInput): Promise<void> {
  const ids = await lockMessages(tx, where)
  await tx.message.updateMany({
    where: { id: { in: ids }, NOT: { content: { html: { not: null } } } },
    data: { claimToken: null, claimedUntil: null },
  })
  await tx.messageContent.updateMany({ where: { id: { in: ids } }, data: { subject: null, html: null, text: null } })
}
