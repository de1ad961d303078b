import { randomUUID } from 'node:crypto'
import { db, type Prisma, type PrismaClient } from '@/lib/db/client'
import { mailPort } from '@/lib/notifications/message-context'
import { claimMessages } from '@/lib/outbox/claim'
import { claimDeliveryJobs } from '@/lib/outbox/deliver'
import type { DeliveryTools } from '@/lib/outbox/render-and-store'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { createTestSession } from '@/tests/support/fixtures/session'

export const silentLogger = { info: () => undefined, warn: () => undefined, error: () => undefined }
export const october = new Date('2022-10-01T08:00:00Z')
export const addSeconds = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000)

/** Shorter than the real timeouts, so that tests of them end soon. */
const shortTimeouts = { connectionTimeout: 5_000, greetingTimeout: 500, socketTimeout: 500 }

/** Creates a transport to this SMTP server, with short timeouts. */
export const transportTo = (smtpUrl: string, options: Partial<Parameters<typeof createMailTransport>[0]> = {}) =>
  createMailTransport({
    smtpUrl,
    mailDir: '/nowhere',
    from: 'Aanschuif <aanmelden@example.nl>',
    timeouts: shortTimeouts,
    ...options,
  })

/** Creates a session with `count` registrations, each with its confirmation in the outbox. */
export async function enqueueConfirmations(client: PrismaClient, count: number, { dueAt = october } = {}) {
  await createTestOrganiser(client)
  const session = await createTestSession(client)
  const ids = Array.from({ length: count }, () => randomUUID())
  await client.registration.createMany({
    data: ids.map((id, index) => ({
      id,
      sessionId: session.id,
      name: `Voorbeeld ${index}`,
      email: `voorbeeld-${index}@example.nl`,
      normalizedEmail: `voorbeeld-${index}@example.nl`,
      municipalityCode: 'GM0344',
      role: 'beleidsadviseur',
      contactWish: 'email' as const,
      askedBeforeDeadline: true,
      idempotencyKey: id,
      createdAt: dueAt,
    })),
  })
  await client.answer.createMany({
    data: ids.flatMap((registrationId) =>
      session.questions.map(({ id }) => ({ id: randomUUID(), registrationId, questionId: id, text: 'Antwoord' })),
    ),
  })
  await client.message.createMany({
    data: ids.map((registrationId) => ({
      id: randomUUID(),
      kind: 'confirmation',
      dedupeKey: `confirmation:${registrationId}`,
      sessionId: session.id,
      registrationId,
      dueAt,
      createdAt: dueAt,
    })),
  })
  return { session, registrationIds: ids }
}

/** Creates a confirmation to this registration, created and due at `at`. */
export const createConfirmation = (client: PrismaClient, registrationId: string | undefined, at: Date, fields = {}) =>
  client.registration.update({
    where: { id: registrationId ?? '' },
    data: {
      messages: { create: { kind: 'confirmation', dedupeKey: randomUUID(), dueAt: at, createdAt: at, ...fields } },
    },
  })

/** Returns the tools with which a worker delivers at the instant `at`. */
export const deliveryTools = (transport: DeliveryTools['transport'], at: Date): DeliveryTools => ({
  mail: mailPort,
  transport,
  logger: silentLogger,
  now: () => at,
})

/** Claims and delivers at most three messages that are due at `at`, as a worker does. Returns their number. */
export async function deliverDue(transport: DeliveryTools['transport'], at: Date): Promise<number> {
  const jobs = await claimDeliveryJobs(3, deliveryTools(transport, at))
  await Promise.all(jobs.map((job) => job()))
  return jobs.length
}

/** Delivers all messages that are due at `at`, as a worker does. Returns their number. */
export async function deliverAllDue(transport: DeliveryTools['transport'], at: Date): Promise<number> {
  for (let total = 0; ; ) {
    const count = await deliverDue(transport, at)
    if (count === 0) return total
    total += count
  }
}

export async function claimOne(at: Date) {
  const [message] = await claimMessages(1, at)
  if (!message) throw new Error('nothing is due')
  return message
}

/** Returns the messages with their rendered content. */
export const listMails = (where: Prisma.MessageWhereInput = {}) =>
  db().message.findMany({ where, orderBy: { createdAt: 'asc' }, include: { content: true } })

/** Returns one of these messages with its rendered content. Throws when there is none. */
export const findMail = (where: Prisma.MessageWhereInput = {}) =>
  db().message.findFirstOrThrow({ where, include: { content: true } })

/** Stores content as if a worker had rendered the message. */
export const createContent = (id: string, content: Partial<Prisma.MessageContentUncheckedCreateInput> = {}) =>
  db().messageContent.create({ data: { id, renderedAt: october, ...content } })

export const onlyMessage = () => findMail()
