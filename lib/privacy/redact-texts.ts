import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from '@/lib/db/client'
import { parseDetails } from '@/lib/outbox/message-details'
import { eraseForRerender } from '@/lib/outbox/message-locks'
import { isTransferNotice } from './mail-content'
import { createRedactor, type KnownIdentity, type Redact } from './redact'

/**
 * Returns current and former names, e-mail addresses and phone numbers of registrations (ids). `former` omits the current
 * name and address, which are kept longer, but includes the current phone number.
 */
export async function readKnownIdentities(tx: Transaction, ids: string[], scope: 'all' | 'former') {
  const people = await tx.registration.findMany({
    where: { id: { in: ids }, erasedAt: null },
    include: { changes: true, emailChangeRequests: true },
  })
  const transfers = await listTransfers(tx, ids)
  return people.map(({ id, name, email, phone, changes, emailChangeRequests }): KnownIdentity => {
    const pastValues = (field: string) =>
      changes.filter((change) => change.field === field).flatMap(({ before, after }) => [before, after])
    const addresses = emailChangeRequests.flatMap((request) => [request.email, request.oldEmail])
    const retained = scope === 'former' ? [name, email] : []
    const toRedact = (values: string[]) => [...new Set(values)].filter((value) => value && !retained.includes(value))
    return {
      registrationId: id,
      transferredToIds: transfers.flatMap((transfer) => (transfer.transferorId === id ? [transfer.transfereeId] : [])),
      names: toRedact([name, ...pastValues('name')]),
      emails: toRedact([email, ...pastValues('email'), ...addresses]),
      phones: toRedact([phone ?? '', ...pastValues('phone')]),
      redactNameParts: scope === 'all',
    }
  })
}

/** Pairs `ids` with all registrations to which each was transferred, also via others. UNION ends a circle of transfers. */
function listTransfers(tx: Transaction, ids: string[]) {
  return tx.$queryRaw<{ transferorId: string; transfereeId: string }[]>`
    WITH RECURSIVE given AS (
      SELECT "id" AS "transferorId", "transferredToId" AS "transfereeId" FROM "Registration"
      WHERE "id" = ANY(${ids}::uuid[]) AND "transferredToId" IS NOT NULL
      UNION
      SELECT given."transferorId", r."transferredToId" FROM given JOIN "Registration" r ON r."id" = given."transfereeId"
      WHERE r."transferredToId" IS NOT NULL
    )
    SELECT "transferorId"::text, "transfereeId"::text FROM given`
}

/**
 * Redacts the names, addresses and phone numbers of people in the permanent texts of a session: answers, organisations and
 * themes. The caller must hold the lock on the session, so that nobody changes these texts meanwhile.
 */
export async function redactPermanentTexts(tx: Transaction, sessionId: string, people: KnownIdentity[]): Promise<void> {
  if (people.length === 0) return
  const redact = createRedactor(people)
  const answers = await tx.answer.findMany({
    where: { registration: { sessionId } },
    select: { id: true, registrationId: true, text: true, textAtDeadline: true },
  })
  for (const { id, registrationId, ...texts } of answers)
    await redactRow(redact, registrationId, texts, (data) => tx.answer.update({ where: { id }, data }))
  const where = { sessionId }
  const registrations = await tx.registration.findMany({ where, select: { id: true, organisation: true } })
  for (const { id, ...texts } of registrations)
    await redactRow(redact, id, texts, (data) => tx.registration.update({ where: { id }, data }))
  const themes = await tx.theme.findMany({ where, select: { id: true, name: true } })
  // Two redacted themes may have equal names; the id keeps the normalized names unique.
  for (const { id, ...texts } of themes)
    await redactRow(redact, null, texts, ({ name }) =>
      tx.theme.update({ where: { id }, data: { name, normalizedName: id } }),
    )
}

/** Redacts these people in every text of their session, and blanks the mails to others in which they are named. */
export async function redactAllTexts(tx: Transaction, sessionId: string, people: KnownIdentity[]): Promise<void> {
  if (people.length === 0) return
  const redact = createRedactor(people)
  await redactPermanentTexts(tx, sessionId, people)
  const where = { sessionId }
  const customMessages = await tx.customMessage.findMany({ where, select: { id: true, subject: true, text: true } })
  await clearMailsToOthers(tx, sessionId, people, redact, customMessages)
  for (const { id, ...texts } of customMessages)
    await redactRow(redact, null, texts, (data) => tx.customMessage.update({ where: { id }, data }))
  const drafts = await tx.customMessageDraft.findMany({
    where,
    select: { id: true, subject: true, text: true },
  })
  for (const { id, ...texts } of drafts)
    await redactRow(redact, null, texts, (data) => tx.customMessageDraft.update({ where: { id }, data }))
  const triages = await tx.triage.findMany({
    where: { answer: { registration: where } },
    include: { answer: { select: { registrationId: true } } },
  })
  // The new version makes an open form for this triage stale, which would restore the old text.
  for (const { answerId, answer, note, clarification, resultText, textAtDecision } of triages) {
    const texts = { note, clarification, resultText, textAtDecision }
    await redactRow(redact, answer.registrationId, texts, (data) =>
      tx.triage.update({ where: { answerId }, data: { ...data, version: { increment: 1 } } }),
    )
  }
  const notes = await tx.registrationNote.findMany({
    where: { registration: { sessionId } },
    select: { id: true, registrationId: true, text: true },
  })
  for (const { id, registrationId, ...texts } of notes)
    await redactRow(redact, registrationId, texts, (data) => tx.registrationNote.update({ where: { id }, data }))
  const rounds = await tx.triageRound.findMany({ where, select: { id: true, explanation: true } })
  for (const { id, ...texts } of rounds)
    await redactRow(redact, null, texts, (data) => tx.triageRound.update({ where: { id }, data }))
}

/** Saves the texts of a row if redaction changes them. `ownerId` is the registration that wrote them, or `null`. */
async function redactRow<Texts extends Record<string, string | null>>(
  redact: Redact,
  ownerId: string | null,
  texts: Texts,
  save: (redacted: Texts) => Promise<unknown>,
) {
  const entries = Object.entries(texts).map(([column, text]) => [column, text && redact(text, ownerId)])
  const redacted: Texts = Object.fromEntries(entries)
  if (!isDeepStrictEqual(redacted, texts)) await save(redacted)
}

type MailContent = { subject: string | null; text: string | null }

/**
 * Blanks the rendered custom messages, mails to transferees and mails to organisers in which these people are named. The
 * outbox renders unsent mails again. Must run before `customMessages` are redacted, because it searches their texts.
 */
async function clearMailsToOthers(
  tx: Transaction,
  sessionId: string,
  people: KnownIdentity[],
  redact: Redact,
  customMessages: ({ id: string } & MailContent)[],
) {
  const namesAnyone = (content: MailContent | null) =>
    [content?.subject, content?.text].some((text) => text && redact(text, null) !== text)
  const mails = await tx.message.findMany({
    where: {
      sessionId,
      OR: [
        { registrationId: null, content: { is: { text: { not: null } } } },
        { registration: { messages: { some: isTransferNotice } } },
        // Names a colleague with the same mailbox.
        { kind: 'alreadyRegistered', content: { is: { text: { not: null } } } },
      ],
    },
    select: {
      id: true,
      content: { select: { subject: true, text: true } },
      details: true,
      registration: { select: { transferredFrom: { select: { id: true } } } },
    },
  })
  // The redactor skips names of one word, but a transfer notice always names the transferor.
  const erasedIds = people.map(({ registrationId }) => registrationId)
  const mailIds = mails.flatMap(({ id, content, details, registration }) => {
    const transferors = (parseDetails(details).isTransfer && registration?.transferredFrom) || []
    return namesAnyone(content) || transferors.some((transferor) => erasedIds.includes(transferor.id)) ? [id] : []
  })
  const customMessageIds = customMessages.filter(namesAnyone).map(({ id }) => id)
  await eraseForRerender(tx, { OR: [{ customMessageId: { in: customMessageIds } }, { id: { in: mailIds } }] })
}
