import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '@/lib/db/client'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { createTestSession } from '@/tests/support/fixtures/session'

/** Creates at least one row in every table, for a session that ended at `endsAt` with two participants. */
export async function seedEveryTable(
  db: PrismaClient,
  endsAt: Date,
): Promise<{ customMessageMailId: string; confirmationId: string }> {
  const session = await createTestSession(db)
  const sessionId = session.id
  const organiserId = randomUUID()
  const at = endsAt
  const expiresAt = new Date(at.getTime() + 60_000)
  const account = { createdAt: at, updatedAt: at }
  const login = { id: randomUUID(), token: randomUUID(), expiresAt, ...account }
  await db.organiser.create({
    data: {
      id: organiserId,
      name: 'Een',
      email: 'een@example.nl',
      acceptedAt: at,
      endedAt: at,
      ...account,
      logins: { create: login },
      accounts: { create: { id: randomUUID(), accountId: 'een', providerId: 'credential', ...account } },
      twoFactor: { create: { id: randomUUID(), secret: '', backupCodes: '' } },
    },
  })
  await db.organiser.create({
    data: { id: randomUUID(), name: 'Twee', email: 'twee@example.nl', tokenExpiresAt: at, ...account },
  })
  await db.verification.create({ data: { id: randomUUID(), identifier: '', value: '', expiresAt, ...account } })
  await db.linkRecoveryRequest.create({ data: { id: randomUUID(), email: '', requestedAt: at } })
  await db.rateLimit.create({ data: { key: 'een', points: 1, expire: expiresAt } })
  await db.release.create({
    data: {
      sessionId,
      number: 1,
      onlineLink: 'https://example.nl',
      agenda: '',
      releasedAt: at,
      releasedBy: organiserId,
    },
  })
  await db.templateOverride.create({ data: { sessionId, kind: 'followUp', subject: '', text: '', updatedAt: at } })
  const theme = await db.theme.create({ data: { sessionId, name: 'Een', normalizedName: 'een', position: 1 } })
  await db.triageRound.create({
    data: { sessionId, openGuarantees: 1, explanation: 'Een', closedAt: at, closedBy: organiserId },
  })
  await db.customMessageDraft.create({
    data: { sessionId, organiserId, subject: 'Een', text: '', selection: {}, updatedAt: at },
  })
  const customMessage = await db.customMessage.create({
    data: { sessionId, subject: 'Een', text: '', createdAt: at, createdBy: organiserId },
  })
  const withCode = { municipalityCode: 'GM0344', organisation: null }
  const [one, other] = await Promise.all([
    db.registration.create({ data: registrationRow(sessionId, at) }),
    db.registration.create({ data: { ...registrationRow(sessionId, at), ...withCode } }),
  ])
  for (const { id: registrationId } of [one, other]) {
    const answer = await db.answer.create({
      data: { registrationId, questionId: session.questions[1]?.id ?? '', text: '' },
    })
    await db.triage.create({
      data: { answerId: answer.id, themeId: theme.id, position: 1, ownerId: organiserId, version: 1 },
    })
    const request = { id: randomUUID(), answerId: answer.id, number: 1, channel: 'phone', requestedAt: at } as const
    await db.clarificationRequest.create({ data: { ...request, requestedBy: organiserId } })
    await db.registrationNote.create({ data: { registrationId, text: '', createdAt: at, createdBy: organiserId } })
    const asked = { id: randomUUID(), registrationId, tokenVersion: 1, requestedAt: at, expiresAt, confirmedAt: at }
    await db.emailChangeRequest.create({ data: { ...asked, email: '', oldEmail: '' } })
    const form = { idempotencyKey: '', name: 'Een', input: { name: 'Een' }, askedBeforeDeadline: true }
    await db.pendingRegistration.create({ data: { ...form, registrationId, createdAt: at, expiresAt } })
    await db.registrationChange.create({
      data: { registrationId, at, actorType: 'organiser', actorId: organiserId, field: 'name', before: '', after: '' },
    })
  }
  const mail = { kind: 'customMessage' as const, createdAt: at, dueAt: at, sentAt: at }
  const messages = await db.message.createManyAndReturn({
    data: [
      { ...mail, dedupeKey: 'een', sessionId, registrationId: one.id, customMessageId: customMessage.id },
      { ...mail, dedupeKey: 'twee', sessionId, registrationId: one.id, kind: 'confirmation' },
      { ...mail, dedupeKey: 'drie', sessionId, organiserId, kind: 'test' },
      { ...mail, dedupeKey: 'vier', organiserId, kind: 'invitation' },
    ],
  })
  await db.messageContent.createMany({ data: messages.map(({ id }) => ({ id, renderedAt: at })) })
  const [sent, confirmed] = messages
  await db.mailPause.create({ data: { since: at, until: at, reason: '' } })
  await db.mailPace.create({ data: { nextAt: at } })
  await db.bounceMailbox.create({ data: { address: '', failure: '', failingSince: at } })
  await db.auditEntry.create({
    data: {
      at,
      actorType: 'organiser',
      actorId: organiserId,
      action: 'organiserCreated',
      subjectType: '',
      subjectId: '',
    },
  })
  return { customMessageMailId: sent?.id ?? '', confirmationId: confirmed?.id ?? '' }
}

const registrationRow = (sessionId: string, createdAt: Date) => ({
  sessionId,
  name: 'Een',
  email: '',
  normalizedEmail: randomUUID(),
  organisation: 'Een',
  role: '',
  contactWish: 'phone' as const,
  phone: '0',
  askedBeforeDeadline: true,
  idempotencyKey: '',
  createdAt,
})

/** Writes a mail file as the worker does. */
export async function writeMailFile(mailDir: string, messageId: string, { date, text }: { date: Date; text: string }) {
  const transport = createMailTransport({ mailDir, from: 'Aanschuif <aanmelden@example.nl>' })
  await transport.send({
    messageId: `<${messageId}@example.nl>`,
    date,
    to: { name: 'Voorbeeld', address: 'voorbeeld@example.nl' },
    replyTo: null,
    subject: 'Voorbeeld',
    html: `<p>${text}</p>`,
    text,
    calendar: null,
  })
}
