import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from '@/lib/db/client'
import { clearRenderedMails, listMailsToOthers } from './mail-content'
import { createRedactor, type KnownIdentity, type Redact } from './redact'

/**
 * Removes people from the texts of their session that outlive the retention periods: answers, organisations and themes. The
 * caller holds the lock on the session, so that none of these texts changes meanwhile.
 */
export async function redactPermanentTexts(tx: Transaction, sessionId: string, people: KnownIdentity[]): Promise<void> {
  if (people.length === 0) return
  const redact = createRedactor(people)
  await redactAnswers(tx, sessionId, redact)
  await redactOrganisations(tx, sessionId, redact)
  await redactThemes(tx, sessionId, redact)
}

/** Removes people from every text of their session, and blanks the mails in which others read about them. */
export async function redactAllTexts(tx: Transaction, sessionId: string, people: KnownIdentity[]): Promise<void> {
  if (people.length === 0) return
  const redact = createRedactor(people)
  await redactPermanentTexts(tx, sessionId, people)
  // Compares mails with the custom messages they were rendered from, so before those are redacted.
  await clearMailsToOthers(tx, sessionId, people, redact)
  await redactTriage(tx, sessionId, redact)
  await redactNotes(tx, sessionId, redact)
  await redactRoundExplanations(tx, sessionId, redact)
  await redactCustomMessages(tx, sessionId, redact)
}

async function redactAnswers(tx: Transaction, sessionId: string, redact: Redact): Promise<void> {
  const rows = await tx.answer.findMany({
    where: { registration: { sessionId } },
    select: { id: true, registrationId: true, text: true, textAtDeadline: true },
  })
  for (const { id, registrationId, text, textAtDeadline } of rows) {
    const redacted = {
      text: redact(text, registrationId),
      textAtDeadline: textAtDeadline && redact(textAtDeadline, registrationId),
    }
    if (!isDeepStrictEqual(redacted, { text, textAtDeadline }))
      await tx.answer.update({ where: { id }, data: redacted })
  }
}

async function redactOrganisations(tx: Transaction, sessionId: string, redact: Redact): Promise<void> {
  const rows = await tx.registration.findMany({ where: { sessionId }, select: { id: true, organisation: true } })
  for (const { id, organisation } of rows) {
    const redacted = organisation && redact(organisation, id)
    if (redacted !== organisation) await tx.registration.update({ where: { id }, data: { organisation: redacted } })
  }
}

async function redactThemes(tx: Transaction, sessionId: string, redact: Redact): Promise<void> {
  for (const { id, name } of await tx.theme.findMany({ where: { sessionId }, select: { id: true, name: true } })) {
    const redacted = redact(name, null)
    // Two redacted themes may have equal names; the id keeps the normalized names unique.
    if (redacted !== name) await tx.theme.update({ where: { id }, data: { name: redacted, normalizedName: id } })
  }
}

async function redactTriage(tx: Transaction, sessionId: string, redact: Redact): Promise<void> {
  const rows = await tx.triage.findMany({
    where: { answer: { registration: { sessionId } } },
    select: {
      answerId: true,
      note: true,
      clarification: true,
      resultText: true,
      textAtDecision: true,
      answer: { select: { registrationId: true } },
    },
  })
  for (const { answerId, answer, ...texts } of rows) {
    const { registrationId } = answer
    const redacted = {
      note: redact(texts.note, registrationId),
      clarification: redact(texts.clarification, registrationId),
      resultText: redact(texts.resultText, registrationId),
      textAtDecision: texts.textAtDecision && redact(texts.textAtDecision, registrationId),
    }
    // The new version makes the form of an organiser who is editing this triage stale.
    if (!isDeepStrictEqual(redacted, texts))
      await tx.triage.update({ where: { answerId }, data: { ...redacted, version: { increment: 1 } } })
  }
}

async function redactNotes(tx: Transaction, sessionId: string, redact: Redact): Promise<void> {
  const rows = await tx.registrationNote.findMany({
    where: { registration: { sessionId } },
    select: { id: true, registrationId: true, text: true },
  })
  for (const { id, registrationId, text } of rows) {
    const redacted = redact(text, registrationId)
    if (redacted !== text) await tx.registrationNote.update({ where: { id }, data: { text: redacted } })
  }
}

async function redactRoundExplanations(tx: Transaction, sessionId: string, redact: Redact): Promise<void> {
  const rows = await tx.triageRound.findMany({ where: { sessionId }, select: { id: true, explanation: true } })
  for (const { id, explanation } of rows) {
    const redacted = explanation && redact(explanation, null)
    if (redacted !== explanation) await tx.triageRound.update({ where: { id }, data: { explanation: redacted } })
  }
}

async function redactCustomMessages(tx: Transaction, sessionId: string, redact: Redact): Promise<void> {
  for (const { id, ...texts } of await listCustomMessages(tx, sessionId)) {
    const redacted = { subject: redact(texts.subject, null), text: redact(texts.text, null) }
    if (!isDeepStrictEqual(redacted, texts)) await tx.customMessage.update({ where: { id }, data: redacted })
  }
}

const listCustomMessages = (tx: Transaction, sessionId: string) =>
  tx.customMessage.findMany({ where: { sessionId }, select: { id: true, subject: true, text: true } })

/** Blanks rendered custom messages, mails to transferees and mails to organisers that name these people. */
async function clearMailsToOthers(
  tx: Transaction,
  sessionId: string,
  people: KnownIdentity[],
  redact: Redact,
): Promise<void> {
  const namesAnyone = ({ subject, text }: { subject: string | null; text: string | null }) =>
    [subject, text].some((each) => each && redact(each, null) !== each)
  const customMessages = (await listCustomMessages(tx, sessionId)).filter(namesAnyone)
  // A name of one word is not searched; a transfer notice names the transferor in any case.
  const erasedIds = people.map(({ registrationId }) => registrationId)
  const mails = (await listMailsToOthers(tx, sessionId)).filter(
    (mail) => namesAnyone(mail) || mail.transferorIds.some((id) => erasedIds.includes(id)),
  )
  await clearRenderedMails(tx, {
    messageIds: mails.map(({ id }) => id),
    customMessageIds: customMessages.map(({ id }) => id),
  })
}
