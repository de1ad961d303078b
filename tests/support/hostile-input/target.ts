import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@/lib/db/client'
import { createPersonalToken } from '@/lib/personal-links/token'
import { confirmationCookieName, signConfirmation } from '@/lib/registrations/confirmation-cookie'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000)

export const confirmationId = 'voorbeeld'

/** Stages of a session. Together their pages show every form. */
export const stages = ['coming', 'held', 'closed'] as const
export type Stage = (typeof stages)[number]

const pastTimes = { questionDeadlineAt: -20, registrationClosesAt: -10, startsAt: -1, endsAt: -0.9 }
const timesByStage: Record<Stage, typeof pastTimes> = {
  coming: { questionDeadlineAt: 20, registrationClosesAt: 25, startsAt: 30, endsAt: 30.1 },
  held: pastTimes,
  closed: pastTimes,
}

/**
 * Creates a session with one row of everything that a page or form can be about. `valuesFor` returns the path parameters for
 * a file.
 */
export async function createTarget(db: PrismaClient, stage: Stage, organiserId: string) {
  const days = Object.entries(timesByStage[stage]).map(([name, count]) => [name, daysFromNow(count)])
  const session = await createTestSession(db, Object.fromEntries(days))
  // Scheduled mail would change rows.
  const noReminders = {
    remindWeekBefore: false,
    remindDayBefore: false,
    remindHourBefore: false,
    remindOrganisers: false,
    notifyWaitlist: false,
  }
  await db.notificationSettings.update({ where: { sessionId: session.id }, data: noReminders })
  if (stage === 'closed') {
    const closing = { openGuarantees: 0, closedAt: new Date(), closedBy: organiserId }
    await db.triageRound.create({ data: { sessionId: session.id, ...closing } })
  }
  const [, question] = session.questions
  const at = { createdAt: new Date(), createdBy: organiserId }
  const choices = { sessionId: session.id, label: 'Waar werk je?', required: false, options: ['Beleid', 'Uitvoering'] }
  await db.question.createMany({
    data: [
      { ...choices, id: randomUUID(), position: 4, kind: 'one' },
      { ...choices, id: randomUUID(), position: 5, kind: 'several' },
    ],
  })
  const retired = await db.question.create({
    data: { sessionId: session.id, position: 6, label: 'Overbodig?', retiredAt: new Date() },
  })
  const { id: registrationId, email } = await addParticipant(db, session.id)
  await db.registration.update({ where: { id: registrationId }, data: { contactWish: 'email' } })
  const answer = await db.answer.create({
    data: { registrationId, questionId: question?.id ?? '', text: 'Hoe houden we dit vol?' },
  })
  const theme = await db.theme.create({
    data: { sessionId: session.id, name: 'Draagvlak', normalizedName: 'draagvlak', position: 1 },
  })
  await db.triage.create({
    data: { answerId: answer.id, themeId: theme.id, position: 1, version: 1, state: 'awaitingClarification' },
  })
  const clarificationRequest = {
    id: randomUUID(),
    answerId: answer.id,
    number: 1,
    channel: 'email',
    requestedAt: new Date(),
  } as const
  await db.clarificationRequest.create({ data: { ...clarificationRequest, requestedBy: organiserId } })
  await db.registrationNote.create({ data: { registrationId, text: 'Belt nog', ...at } })
  await db.release.create({
    data: {
      sessionId: session.id,
      number: 1,
      onlineLink: 'https://vergaderen.example.nl/1',
      agenda: 'Welkom',
      ...releaseStamp(organiserId),
    },
  })
  const form = { name: 'Collega', email, municipalityCode: 'GM0344', organisation: null, role: 'adviseur', phone: null }
  const input = { ...form, contactWish: 'none', needs: null, answers: {} }
  const pending = { name: form.name, input, idempotencyKey: randomUUID(), askedBeforeDeadline: true }
  await db.pendingRegistration.create({
    data: { ...pending, registrationId, createdAt: new Date(), expiresAt: daysFromNow(2) },
  })
  const offered = await addParticipant(db, session.id)
  const offer = { waitlistedAt: new Date(), offerExpiresAt: daysFromNow(2) }
  await db.registration.update({ where: { id: offered.id }, data: offer })
  const draft = { subject: 'Voorbeeld', text: 'Dag {naam}', selection: {}, updatedAt: new Date() }
  await db.customMessageDraft.create({ data: { sessionId: session.id, organiserId, ...draft } })
  const customMessage = await db.customMessage.create({
    data: { sessionId: session.id, subject: 'Nog even', text: 'Dag {naam}', ...at },
  })
  const messageFields = { sessionId: session.id, registrationId, createdAt: new Date(), dueAt: daysFromNow(1) }
  const failed = await db.message.create({
    data: { ...messageFields, kind: 'confirmation', dedupeKey: `hostile:${registrationId}`, failedAt: new Date() },
  })
  await db.message.create({
    data: {
      ...messageFields,
      kind: 'customMessage',
      dedupeKey: `hostile:${customMessage.id}`,
      customMessageId: customMessage.id,
    },
  })
  const invited = await db.organiser.create({
    data: {
      id: randomUUID(),
      name: 'Voorbeeld',
      email: `${randomUUID()}@example.nl`,
      tokenVersion: 1,
      tokenExpiresAt: daysFromNow(1),
    },
  })
  const resetting = await db.organiser.create({
    data: {
      id: randomUUID(),
      name: 'Voorbeeld',
      email: `${randomUUID()}@example.nl`,
      acceptedAt: new Date(),
      tokenVersion: 1,
      tokenExpiresAt: daysFromNow(1),
    },
  })
  const request = { tokenVersion: 1, requestedAt: new Date(), expiresAt: daysFromNow(2) }
  const emailChange = await db.emailChangeRequest.create({
    data: { id: randomUUID(), registrationId, email: `${randomUUID()}@example.nl`, oldEmail: email, ...request },
  })
  const token = {
    'nieuw-adres': createPersonalToken('new-address', emailChange),
    deelnemen: createPersonalToken('take-part', { id: registrationId, tokenVersion: 1 }),
    aanmelding: createPersonalToken('manage', { id: registrationId, tokenVersion: 1 }),
    'andere-collega': createPersonalToken('other-colleague', { id: registrationId, tokenVersion: 1 }),
    plek: createPersonalToken('take-place', { id: offered.id, tokenVersion: 1 }),
    uitnodiging: createPersonalToken('invitation', invited),
    wachtwoord: createPersonalToken('new-password', resetting),
  }
  const values = {
    slug: session.slug,
    id: session.id,
    aanmelding: registrationId,
    antwoord: answer.id,
    bericht: failed.id,
    brief: customMessage.id,
    soort: 'thanks',
    vraag: retired.id,
    organisator: invited.id,
  }
  const confirmation = {
    ...{ id: confirmationId, form: randomUUID(), slug: session.slug, name: 'Voorbeeld', email },
    ...{ askedBeforeDeadline: true, isWaitlisted: false, isChange: false, isChangedLate: false },
  }
  return {
    /** The cookie of the browser that sent the registration, for a page with `?bevestiging=` and `confirmationId`. */
    confirmationCookie: `${confirmationCookieName(confirmationId)}=${signConfirmation(confirmation)}`,
    ids: [session.id, registrationId, offered.id],
    /** An invited organiser, and one who requested a password reset. */
    organiserIds: [invited.id, resetting.id],
    valuesFor(file: string): Record<string, string> {
      const [, tokenRoute = ''] = file.match(/([^/]+)\/\[token\]/) ?? []
      return { ...values, token: token[tokenRoute as keyof typeof token] ?? '' }
    },
  }
}

export type Target = Awaited<ReturnType<typeof createTarget>>

const releaseStamp = (releasedBy: string) => ({ releasedAt: new Date(), releasedBy })
