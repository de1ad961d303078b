import { readdir, unlink } from 'node:fs/promises'
import path from 'node:path'
import { db, Prisma, type Transaction } from '@/lib/db/client'
import { kindsQuotingParticipant } from '@/lib/notifications/kinds/registry'

const emptyHeader = { toName: null, toAddress: null, replyToName: null, replyToAddress: null, messageIdHeader: null }
const emptyContent = { ...emptyHeader, subject: null, html: null, text: null, calendar: null }
const emptyMessage = { details: Prisma.DbNull, lastError: null, smtpResponse: null } as const

const notEmpty = (columns: object) => Object.entries(columns).map(([column, empty]) => ({ [column]: { not: empty } }))

/** Values that replace the personal data in a custom message: subject, text, selection of recipients and registration. */
export const erasedCustomMessage = {
  ...{ subject: 'Bericht gewist', text: '' },
  ...{ selection: Prisma.DbNull, registrationId: null },
} as const

/** Matches messages that still hold personal data: recipient, text, details or a server response. */
export const hasContent: Prisma.MessageWhereInput = {
  OR: [...notEmpty(emptyMessage), { content: { is: { OR: notEmpty(emptyContent) } } }],
}

/** Matches messages that were sent, failed or were cancelled. */
export const isFinished: Prisma.MessageWhereInput = {
  OR: [{ sentAt: { not: null } }, { failedAt: { not: null } }, { cancelledAt: { not: null } }],
}

/** Matches sent, failed and cancelled messages whose stored text repeats what the participant filled in. */
export const quotesParticipant: Prisma.MessageWhereInput = {
  kind: { in: [...kindsQuotingParticipant] },
  AND: [isFinished, { content: { is: { OR: [{ html: { not: null } }, { text: { not: null } }] } } }],
}

/**
 * Blanks the personal data of the matching messages and cancels those that were not sent. The caller makes sure that none
 * is being sent: it locks the messages or selects only `isFinished` ones.
 */
export async function clearMails(tx: Transaction, where: Prisma.MessageWhereInput, now: Date): Promise<void> {
  await tx.message.updateMany({
    where: { AND: [where, { NOT: isFinished }] },
    data: { cancelledAt: now, cancelReason: 'erased', claimToken: null, claimedUntil: null },
  })
  // The content first, because `where` may test the details.
  await tx.messageContent.updateMany({ where: { message: { AND: [where, hasContent] } }, data: emptyContent })
  await tx.message.updateMany({ where: { AND: [where, { OR: notEmpty(emptyMessage) }] }, data: emptyMessage })
}

/** Matches mails that notify a colleague of the seat that a participant transferred to them. */
export const isTransferNotice: Prisma.MessageWhereInput = { details: { path: ['isTransfer'], equals: true } }

const fileBatchSize = 500
// The mail transport puts the Message-ID in the file name; it starts with the id of the message.
const messageIdPattern = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-/

/** Deletes the `.eml` files in `dir` of messages whose stored text was erased. Keeps files that are named otherwise. */
export async function purgeMailFiles(dir: string): Promise<void> {
  const files = (await readdir(dir).catch(ignoreMissing)).flatMap((name) => {
    const [, id] = messageIdPattern.exec(name) ?? []
    return id ? [{ name, id }] : []
  })
  for (let offset = 0; offset < files.length; offset += fileBatchSize) {
    const batch = files.slice(offset, offset + fileBatchSize)
    const withContent = await db().messageContent.findMany({
      where: { id: { in: batch.map(({ id }) => id) }, html: { not: null } },
      select: { id: true },
    })
    const keptIds = new Set(withContent.map(({ id }) => id))
    for (const { name, id } of batch) if (!keptIds.has(id)) await unlink(path.join(dir, name)).catch(ignoreMissing)
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): never[] {
  if (error.code !== 'ENOENT') throw error
  return []
}
