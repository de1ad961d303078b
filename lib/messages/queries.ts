import { workplaceName } from '@/lib/municipalities/queries'
import { db, Prisma } from '@/lib/platform/db'
import { whoTakesPart } from '@/lib/platform/who-takes-part'
import { type ListedMail, type ListedState, listedStates, whereListed } from './listed'
import { hidePersonalLink } from './personal-link'
import { countRecipients, toSelection } from './recipients'
import { standardWords } from './render-words'
import { messageState, notTold, withoutCode, wordsVersion } from './rules'
import { type AdaptableKind, type LetterSelection, letterSelectionSchema, type MessageKind, type Words } from './schema'

/** The mails about one sign-up (its id, a UUID) in their order, and what became of each. */
export async function listMessages(registrationId: string) {
  const messages = await db().message.findMany({
    where: { registrationId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: listed,
  })
  return messages.map(toView)
}

/** How many people get a mail: everybody who has a place (id of the session, a UUID), or those of a letter. */
export const getRecipientCount = (sessionId: string, to?: LetterSelection) =>
  countRecipients(sessionId, to && toSelection(to))

/** How many people hear what concerns everybody, such as another date; `waiting` of them have no place. */
export async function getConcernedCount(sessionId: string): Promise<{ recipients: number; waiting: number }> {
  const [recipients, placed] = await Promise.all([
    countRecipients(sessionId, { alsoWaiting: true }),
    countRecipients(sessionId),
  ])
  return { recipients, waiting: recipients - placed }
}

/** Where who has a place works: CBS code of the gemeente or `null` for another organisation, and how many. */
export async function listPlaces(sessionId: string): Promise<{ code: string | null; name: string; count: number }[]> {
  const groups = await db().registration.groupBy({
    by: ['municipalityCode'],
    where: { sessionId, ...whoTakesPart, erasedAt: null },
    _count: { _all: true },
  })
  return groups
    .map(({ municipalityCode: code, _count }) => ({ code, name: placeName(code), count: _count._all }))
    .sort((one, other) => Number(!one.code) - Number(!other.code) || one.name.localeCompare(other.name, 'nl'))
}

/** A gemeente by its CBS code; an empty name for another organisation. */
const placeName = (code: string | null) => workplaceName({ municipalityCode: code, organisation: null })

/** Whom a mail can be previewed as: the latest who signed up. */
export function listPreviewParticipants(sessionId: string): Promise<{ id: string; name: string }[]> {
  return db().registration.findMany({
    where: { sessionId, ...whoTakesPart, erasedAt: null },
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
export const getStandardWords = (kind: AdaptableKind): Words => standardWords[kind]

/** What an organiser made of the words of a mail for one session (its id, a UUID); an empty field stands for the standard. */
export async function getMailText(sessionId: string, kind: AdaptableKind): Promise<Words & { version: string }> {
  const found = await db().mailText.findUnique({ where: { sessionId_kind: { sessionId, kind } } })
  return { subject: found?.subject ?? '', text: found?.text ?? '', version: wordsVersion(found) }
}

/** Which mails of a session have words of their own. */
export async function listAdaptedKinds(sessionId: string): Promise<string[]> {
  const found = await db().mailText.findMany({ where: { sessionId }, select: { kind: true } })
  return found.map(({ kind }) => kind)
}

const letter = { id: true, subject: true, text: true, createdAt: true } as const

/** The letters of a kennissessie (its id, a UUID), the latest first, each with how far it has come. */
export async function listLetters(sessionId: string) {
  const letters = await db().letter.findMany({ where: { sessionId }, orderBy: { createdAt: 'desc' }, select: letter })
  return await Promise.all(
    letters.map(async (each) => ({ ...each, progress: await getSendProgress({ sessionId, letterId: each.id }) })),
  )
}

/**
 * One letter with how far it has come and to whom it went (`to`, with the names of places; null when that was not written
 * down); null when this kennissessie has no such letter. Ids are UUIDs.
 */
export async function getLetter(sessionId: string, letterId: string) {
  const found = await db().letter.findFirst({
    where: { id: letterId, sessionId },
    select: { ...letter, selection: true },
  })
  if (!found) return null
  const { selection, ...rest } = found
  const { data: to } = letterSelectionSchema.safeParse(selection)
  return {
    ...rest,
    to: to ? { ...to, places: to.places.map((code) => placeName(code === 'other' ? null : code)) } : null,
    progress: await getSendProgress({ sessionId, letterId }),
  }
}

export type SendProgress = { total: number; sent: number; left: number }

type Which = { releaseNumber: number } | { letterId: string } | { kind: MessageKind } | { keyStart: string }

/**
 * To how many people the mails of a release, a letter or a kind go, or those of which the keys begin with `keyStart` (rules.ts), and
 * how many of them have theirs; a mail that was sent once more counts for the first. Of `left` it is still to be sent; the
 * rest failed or was no longer needed.
 */
export async function getSendProgress({ sessionId, ...which }: { sessionId: string } & Which): Promise<SendProgress> {
  const [progress] = await db().$queryRaw<SendProgress[]>`
    WITH first AS (
      SELECT * FROM "Message" WHERE "sessionId" = ${sessionId}::uuid AND ${whichMails(which)}
    ), person AS (
      SELECT first."registrationId", bool_or(m."sentAt" IS NOT NULL) AS "sent",
        bool_or(m."sentAt" IS NULL AND m."failedAt" IS NULL AND m."droppedAt" IS NULL) AS "waits"
      FROM first JOIN "Message" AS m ON m."id" = first."id" OR (
        m."sessionId" = first."sessionId" AND m."registrationId" = first."registrationId" AND m."kind" = first."kind"
        AND m."dedupeKey" LIKE 'again:%' AND m."details" IS NOT DISTINCT FROM first."details"
        AND m."letterId" IS NOT DISTINCT FROM first."letterId")
      GROUP BY first."registrationId"
    )
    SELECT count(*)::int AS "total", count(*) FILTER (WHERE "sent")::int AS "sent",
      count(*) FILTER (WHERE "waits" AND NOT "sent")::int AS "left" FROM person`
  return progress ?? { total: 0, sent: 0, left: 0 }
}

function whichMails(which: Which): Prisma.Sql {
  if ('releaseNumber' in which) return Prisma.sql`"releaseNumber" = ${which.releaseNumber}`
  if ('letterId' in which) return Prisma.sql`"letterId" = ${which.letterId}::uuid`
  if ('kind' in which) return Prisma.sql`"kind" = ${which.kind}`
  return Prisma.sql`starts_with("dedupeKey", ${`${which.keyStart}:`}) AND "dropReason" IS DISTINCT FROM ${notTold}`
}

export const messagesPerPage = 50

const listed = {
  id: true,
  kind: true,
  dueAt: true,
  attempts: true,
  sentAt: true,
  failedAt: true,
  droppedAt: true,
  dropReason: true,
  settledAt: true,
  maybeDuplicate: true,
  lastError: true,
  acceptedWith: true,
  toName: true,
  toAddress: true,
  letter: { select: { subject: true } },
  registration: { select: { id: true, name: true, email: true } },
  organiser: { select: { name: true, email: true } },
} as const

type Listed = Prisma.MessageGetPayload<{ select: typeof listed }>

function toView({ registration, organiser, letter, ...message }: Listed) {
  // What was written went to whom it was for then; the rest goes to where they are now.
  const to = message.toAddress ? { name: message.toName, email: message.toAddress } : (registration ?? organiser)
  return {
    id: message.id,
    kind: message.kind,
    ...messageState(message),
    settledAt: message.settledAt,
    maybeDuplicate: message.maybeDuplicate,
    dropReason: message.dropReason,
    answer: message.acceptedWith ?? withoutCode(message.lastError),
    letterSubject: letter?.subject ?? null,
    to: { name: to?.name ?? '', address: to?.email ?? '' },
  }
}

/** One page of the mails about a kennissessie that a list was asked for, the latest first; pages count from 1. */
export async function listSessionMessages({ page, ...asked }: ListedMail & { page: number }) {
  const where = whereListed(asked)
  const total = await db().message.count({ where })
  const pages = Math.max(1, Math.ceil(total / messagesPerPage))
  const current = Math.min(Math.max(1, page), pages)
  const rows = await db().message.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    skip: (current - 1) * messagesPerPage,
    take: messagesPerPage,
    select: listed,
  })
  return { total, page: current, pages, rows: rows.map(toView) }
}

/** How many mails about a kennissessie there are in each state. */
export async function listMessageCounts(sessionId: string): Promise<Record<ListedState, number>> {
  const counts = await Promise.all(
    listedStates.map((show) => db().message.count({ where: whereListed({ sessionId, show }) })),
  )
  return Object.fromEntries(listedStates.map((state, index) => [state, counts[index] ?? 0])) as Record<
    ListedState,
    number
  >
}

/**
 * One mail with what it looked like, or null when this kennissessie has no such mail. Before its first attempt it has no
 * looks yet. The personal link is not in it: nobody else may take part by it.
 */
export async function getMessage(sessionId: string, id: string) {
  const [found, timesAgain] = await Promise.all([
    db().message.findFirst({
      where: { id, sessionId },
      select: { ...listed, subject: true, html: true, text: true, calendar: true },
    }),
    db().message.count({ where: { dedupeKey: { startsWith: `again:${id}:` } } }),
  ])
  if (!found) return null
  const { subject, html, text, calendar } = found
  const looks = subject &&
    html &&
    text && { subject, html: hidePersonalLink(html), text: hidePersonalLink(text), hasCalendar: calendar !== null }
  return { ...toView(found), attempts: found.attempts, timesAgain, looks: looks || null }
}
