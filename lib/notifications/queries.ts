import { db, Prisma } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { maskPersonalLinks } from '@/lib/outbox/link-placeholders'
import {
  type MessageFilter,
  type MessageFilterState,
  messageFilterStates,
  messageFilterWhere,
} from '@/lib/outbox/message-filter'
import { messageState, templateOverrideVersion, withoutErrorCode } from '@/lib/outbox/retry-policy'
import type { MessageKind } from '@/lib/outbox/schema'
import { countRecipients, toAudience } from './audience'
import { defaultTemplates } from './default-templates'
import {
  type AdaptableKind,
  type CustomMessageAudience,
  customMessageAudienceSchema,
  type MailTemplate,
} from './schema'

/** The mails about one sign-up (its id, a UUID) in their order, and what became of each. */
export async function listMessages(registrationId: string) {
  const messages = await db().message.findMany({
    where: { registrationId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: listedFields,
  })
  return messages.map(toMessageView)
}

/** How many people get a mail: everybody who has a place (id of the session, a UUID), or those of a letter. */
export const getRecipientCount = (sessionId: string, to?: CustomMessageAudience) =>
  countRecipients(sessionId, to && toAudience(to))

/** How many people hear what concerns everybody, such as another date; `waiting` of them have no place. */
export async function getAffectedCount(sessionId: string): Promise<{ recipients: number; waitlisted: number }> {
  const [recipients, seated] = await Promise.all([
    countRecipients(sessionId, { includeWaitlisted: true }),
    countRecipients(sessionId),
  ])
  return { recipients, waitlisted: recipients - seated }
}

/** Where who has a place works: CBS code of the gemeente or `null` for another organisation, and how many. */
export async function listWorkplaces(
  sessionId: string,
): Promise<{ code: string | null; name: string; count: number }[]> {
  const groups = await db().registration.groupBy({
    by: ['municipalityCode'],
    where: { sessionId, ...attending, erasedAt: null },
    _count: { _all: true },
  })
  return groups
    .map(({ municipalityCode: code, _count }) => ({ code, name: municipalityName(code), count: _count._all }))
    .sort((one, other) => Number(!one.code) - Number(!other.code) || one.name.localeCompare(other.name, 'nl'))
}

/** A gemeente by its CBS code; an empty name for another organisation. */
const municipalityName = (code: string | null) => workplaceName({ municipalityCode: code, organisation: null })

/** Whom a mail can be previewed as: the latest who signed up. */
export function listPreviewParticipants(sessionId: string): Promise<{ id: string; name: string }[]> {
  return db().registration.findMany({
    where: { sessionId, ...attending, erasedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, name: true },
  })
}

/** Whether this is a sign-up to this session; ids are UUIDs. */
export async function isPreviewParticipant(sessionId: string, id: string): Promise<boolean> {
  return (await db().registration.count({ where: { id, sessionId } })) === 1
}

/** The words of a mail when nobody changed them. */
export const getDefaultTemplate = (kind: AdaptableKind): MailTemplate => defaultTemplates[kind]

/** What an organiser made of the words of a mail for one session (its id, a UUID); an empty field stands for the standard. */
export async function getTemplateOverride(
  sessionId: string,
  kind: AdaptableKind,
): Promise<MailTemplate & { version: string }> {
  const found = await db().templateOverride.findUnique({ where: { sessionId_kind: { sessionId, kind } } })
  return { subject: found?.subject ?? '', text: found?.text ?? '', version: templateOverrideVersion(found) }
}

/** Which mails of a session have words of their own. */
export async function listOverriddenKinds(sessionId: string): Promise<MessageKind[]> {
  const found = await db().templateOverride.findMany({ where: { sessionId }, select: { kind: true } })
  return found.map(({ kind }) => kind)
}

const customMessageFields = { id: true, subject: true, text: true, createdAt: true } as const

/** The letters of a kennissessie (its id, a UUID), the latest first, each with how far it has come. */
export async function listCustomMessages(sessionId: string) {
  const customMessages = await db().customMessage.findMany({
    where: { sessionId },
    orderBy: { createdAt: 'desc' },
    select: customMessageFields,
  })
  return await Promise.all(
    customMessages.map(async (each) => ({
      ...each,
      progress: await getSendProgress({ sessionId, customMessageId: each.id }),
    })),
  )
}

/**
 * One letter with how far it has come and to whom it went (`to`, with the names of places; null when that was not written
 * down); null when this kennissessie has no such letter. Ids are UUIDs.
 */
export async function getCustomMessage(sessionId: string, customMessageId: string) {
  const found = await db().customMessage.findFirst({
    where: { id: customMessageId, sessionId },
    select: { ...customMessageFields, selection: true },
  })
  if (!found) return null
  const { selection, ...rest } = found
  const { data: to } = customMessageAudienceSchema.safeParse(selection)
  return {
    ...rest,
    to: to ? { ...to, places: to.places.map((code) => municipalityName(code === 'other' ? null : code)) } : null,
    progress: await getSendProgress({ sessionId, customMessageId }),
  }
}

export type SendProgress = { total: number; sent: number; left: number }

type MessageGroup =
  | { releaseNumber: number }
  | { customMessageId: string }
  | { kind: MessageKind }
  | { keyPrefix: string }

/**
 * To how many people the mails of a release, a letter or a kind go, or those of which the keys begin with `keyStart` (rules.ts), and
 * how many of them have theirs; a mail that was sent once more counts for the first. Of `left` it is still to be sent; the
 * rest failed or was no longer needed.
 */
export async function getSendProgress({
  sessionId,
  ...group
}: { sessionId: string } & MessageGroup): Promise<SendProgress> {
  const [progress] = await db().$queryRaw<SendProgress[]>`
    WITH first AS (
      SELECT * FROM "Message" WHERE "sessionId" = ${sessionId}::uuid AND ${messageGroupWhere(group)}
    ), person AS (
      SELECT first."registrationId", bool_or(m."sentAt" IS NOT NULL) AS "sent",
        bool_or(m."sentAt" IS NULL AND m."failedAt" IS NULL AND m."cancelledAt" IS NULL) AS "waits"
      FROM first JOIN "Message" AS m ON m."id" = first."id" OR (
        m."sessionId" = first."sessionId" AND m."registrationId" = first."registrationId" AND m."kind" = first."kind"
        AND m."dedupeKey" LIKE 'again:%' AND m."details" IS NOT DISTINCT FROM first."details"
        AND m."customMessageId" IS NOT DISTINCT FROM first."customMessageId")
      GROUP BY first."registrationId"
    )
    SELECT count(*)::int AS "total", count(*) FILTER (WHERE "sent")::int AS "sent",
      count(*) FILTER (WHERE "waits" AND NOT "sent")::int AS "left" FROM person`
  return progress ?? { total: 0, sent: 0, left: 0 }
}

function messageGroupWhere(group: MessageGroup): Prisma.Sql {
  if ('releaseNumber' in group) return Prisma.sql`"releaseNumber" = ${group.releaseNumber}`
  if ('customMessageId' in group) return Prisma.sql`"customMessageId" = ${group.customMessageId}::uuid`
  if ('kind' in group) return Prisma.sql`"kind" = ${group.kind}::"MessageKind"`
  return Prisma.sql`starts_with("dedupeKey", ${`${group.keyPrefix}:`}) AND "cancelReason" IS DISTINCT FROM 'notNotified'`
}

export const messagesPerPage = 50

const listedFields = {
  id: true,
  kind: true,
  dueAt: true,
  attempts: true,
  sentAt: true,
  failedAt: true,
  cancelledAt: true,
  cancelReason: true,
  dismissedAt: true,
  maybeDuplicate: true,
  lastError: true,
  smtpResponse: true,
  toName: true,
  toAddress: true,
  customMessage: { select: { subject: true } },
  registration: { select: { id: true, name: true, email: true } },
  organiser: { select: { name: true, email: true } },
} as const

type ListedMessage = Prisma.MessageGetPayload<{ select: typeof listedFields }>

function toMessageView({ registration, organiser, customMessage, ...message }: ListedMessage) {
  // What was written went to whom it was for then; the rest goes to where they are now.
  const to = message.toAddress ? { name: message.toName, email: message.toAddress } : (registration ?? organiser)
  return {
    id: message.id,
    kind: message.kind,
    ...messageState(message),
    dismissedAt: message.dismissedAt,
    maybeDuplicate: message.maybeDuplicate,
    cancelReason: message.cancelReason,
    smtpResponse: message.smtpResponse ?? withoutErrorCode(message.lastError),
    customMessageSubject: customMessage?.subject ?? null,
    to: { name: to?.name ?? '', address: to?.email ?? '' },
  }
}

/** One page of the mails about a kennissessie that a list was asked for, the latest first; pages count from 1. */
export async function listSessionMessages({ page, ...filter }: MessageFilter & { page: number }) {
  const where = messageFilterWhere(filter)
  const total = await db().message.count({ where })
  const pages = Math.max(1, Math.ceil(total / messagesPerPage))
  const current = Math.min(Math.max(1, page), pages)
  const rows = await db().message.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    skip: (current - 1) * messagesPerPage,
    take: messagesPerPage,
    select: listedFields,
  })
  return { total, page: current, pages, rows: rows.map(toMessageView) }
}

/** How many mails about a kennissessie there are in each state. */
export async function countMessagesByState(sessionId: string): Promise<Record<MessageFilterState, number>> {
  const counts = await Promise.all(
    messageFilterStates.map((show) => db().message.count({ where: messageFilterWhere({ sessionId, show }) })),
  )
  return Object.fromEntries(messageFilterStates.map((state, index) => [state, counts[index] ?? 0])) as Record<
    MessageFilterState,
    number
  >
}

/**
 * One mail with what it looked like, or null when this kennissessie has no such mail. Before its first attempt it has no
 * looks yet. The personal link is not in it: nobody else may take part by it.
 */
export async function getMessage(sessionId: string, id: string) {
  const [found, resendCount] = await Promise.all([
    db().message.findFirst({
      where: { id, sessionId },
      select: { ...listedFields, subject: true, html: true, text: true, calendar: true },
    }),
    db().message.count({ where: { dedupeKey: { startsWith: `again:${id}:` } } }),
  ])
  if (!found) return null
  const { subject, html, text, calendar } = found
  const preview = subject &&
    html &&
    text && { subject, html: maskPersonalLinks(html), text: maskPersonalLinks(text), hasCalendar: calendar !== null }
  return { ...toMessageView(found), attempts: found.attempts, resendCount, preview: preview || null }
}
