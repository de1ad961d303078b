import type { Transaction } from '@/lib/db/client'
import { eraseForRerender } from '@/lib/outbox/erase'
import { parseDetails } from '@/lib/outbox/message-details'
import { createRedactor, type KnownIdentity } from './redact'

/**
 * Empties the mails of this session in which others read about these people: letters that name them, what somebody got who
 * took over a place, and what organisers were mailed. Asks what stands in the letters, so before that is cleaned. The caller
 * holds the row of the session.
 */
export async function redactMailsToOthers(tx: Transaction, sessionId: string, people: KnownIdentity[]): Promise<void> {
  const redact = createRedactor(people)
  const namesAnyone = (texts: (string | null)[]) => texts.some((text) => text && redact(text, null) !== text)
  const customMessages = await tx.customMessage.findMany({
    where: { sessionId },
    select: { id: true, subject: true, text: true },
  })
  const customMessageIds = customMessages
    .filter(({ subject, text }) => namesAnyone([subject, text]))
    .map(({ id }) => id)
  const transfereeMails = await listTransfereeMails(tx, sessionId)
  const mailsToOthers = [...transfereeMails, ...(await listOrganiserMails(tx, sessionId))]
  const transferorIds = people
    .filter(({ redactNameParts }) => redactNameParts)
    .map(({ registrationId }) => registrationId)
  // A name of one word is not looked for: who gave a place is named in these in any case.
  const transferNotices = transfereeMails.filter(({ isTransferNotice, registration }) =>
    isTransferNotice ? registration?.transferredFrom.some(({ id }) => transferorIds.includes(id)) : false,
  )
  const ids = [
    ...mailsToOthers.filter(({ content }) => content && namesAnyone([content.subject, content.text])),
    ...transferNotices,
  ].map(({ id }) => id)
  if (customMessageIds.length + ids.length > 0)
    await eraseForRerender(tx, { OR: [{ customMessageId: { in: customMessageIds } }, { id: { in: ids } }] })
}

const hasTransferDetails = { details: { path: ['isTransfer'], equals: true } }
const mailTexts = { id: true, content: { select: { subject: true, text: true } } }

/** What was mailed to who took over a place: who gave it stands in it, and maybe again in an answer that came along. */
async function listTransfereeMails(tx: Transaction, sessionId: string) {
  const mails = await tx.message.findMany({
    where: { sessionId, registration: { messages: { some: hasTransferDetails } } },
    select: {
      ...mailTexts,
      details: true,
      registration: { select: { transferredFrom: { select: { id: true } } } },
    },
  })
  return mails.map(({ details, ...mail }) => ({
    ...mail,
    isTransferNotice: parseDetails(details).isTransfer === true,
  }))
}

const listOrganiserMails = (tx: Transaction, sessionId: string) =>
  tx.message.findMany({
    where: { sessionId, registrationId: null, content: { text: { not: null } } },
    select: mailTexts,
  })
