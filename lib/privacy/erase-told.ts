import { messageDetailsSchema } from '@/lib/messages/schema'
import type { Transaction } from '@/lib/platform/db'
import { type Named, takeOut } from './find-in-text'

/**
 * Empties the mails of this session in which others read about these people: letters that name them, what somebody got who
 * took over a place, and what organisers were mailed. Asks what stands in the letters, so before that is cleaned. The caller
 * holds the row of the session.
 */
export async function eraseFromMails(tx: Transaction, sessionId: string, people: Named[]): Promise<void> {
  const clean = takeOut(people)
  const named = (texts: (string | null)[]) => texts.some((text) => text && clean(text, null) !== text)
  const letters = await tx.letter.findMany({ where: { sessionId }, select: { id: true, subject: true, text: true } })
  const letterIds = letters.filter(({ subject, text }) => named([subject, text])).map(({ id }) => id)
  const received = await listReceived(tx, sessionId)
  const others = [...received, ...(await listToOrganisers(tx, sessionId))]
  const givers = people.filter(({ thorough }) => thorough).map(({ registrationId }) => registrationId)
  // A name of one word is not looked for: who gave a place is named in these in any case.
  const fromThem = received.filter(({ isAboutIt, registration }) =>
    isAboutIt ? registration?.handedOverBy.some(({ id }) => givers.includes(id)) : false,
  )
  const ids = [...others.filter(({ subject, text }) => named([subject, text])), ...fromThem].map(({ id }) => id)
  if (letterIds.length + ids.length > 0) await empty(tx, letterIds, ids)
}

const handedOver = { details: { path: ['handedOver'], equals: true } }
const texts = { id: true, subject: true, text: true }

/** What was mailed to who took over a place: who gave it stands in it, and maybe again in an answer that came along. */
async function listReceived(tx: Transaction, sessionId: string) {
  const found = await tx.message.findMany({
    where: { sessionId, registration: { messages: { some: handedOver } } },
    select: { ...texts, details: true, registration: { select: { handedOverBy: { select: { id: true } } } } },
  })
  return found.map(({ details, ...mail }) => ({
    ...mail,
    isAboutIt: messageDetailsSchema.parse(details ?? {}).handedOver === true,
  }))
}

const listToOrganisers = (tx: Transaction, sessionId: string) =>
  tx.message.findMany({ where: { sessionId, registrationId: null, text: { not: null } }, select: texts })

/** What still has to go out is written anew. Who is just writing it loses it, or the name would come back with the text. */
async function empty(tx: Transaction, letterIds: string[], ids: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Message" SET "subject" = NULL, "html" = NULL, "text" = NULL,
      "claimToken" = CASE WHEN "html" IS NOT NULL THEN "claimToken" END,
      "claimedUntil" = CASE WHEN "html" IS NOT NULL THEN "claimedUntil" END
    WHERE "letterId" = ANY(${letterIds}::uuid[]) OR "id" = ANY(${ids}::uuid[])`
}
