import { findMunicipality } from '@/lib/municipalities/queries'
import { municipalityLabel } from '@/lib/municipalities/rules'
import { db, type Prisma } from '@/lib/platform/db'
import { hidePersonalLink } from './personal-link'
import { countRecipients, toSelection } from './recipients'
import { messageState } from './rules'
import type { LetterSelection } from './schema'

const unsent = { sentAt: null, failedAt: null, droppedAt: null }

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
    where: { sessionId, cancelledAt: null, waitingSince: null },
    _count: { _all: true },
  })
  return groups
    .map(({ municipalityCode: code, _count }) => ({ code, name: placeName(code), count: _count._all }))
    .sort((one, other) => Number(!one.code) - Number(!other.code) || one.name.localeCompare(other.name, 'nl'))
}

function placeName(code: string | null): string {
  const municipality = code ? findMunicipality(code) : undefined
  return municipality ? municipalityLabel(municipality) : (code ?? '')
}

/** Whom a mail can be previewed as: the latest who signed up. */
export function listPreviewParticipants(sessionId: string): Promise<{ id: string; name: string }[]> {
  return db().registration.findMany({
    where: { sessionId, cancelledAt: null, waitingSince: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, name: true },
  })
}

/** Whether this is a sign-up to this session; ids are UUIDs. */
export async function isPreviewParticipant(sessionId: string, id: string): Promise<boolean> {
  return (await db().registration.count({ where: { id, sessionId } })) === 1
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

/** One letter with how far it has come; null when this kennissessie has no such letter. Ids are UUIDs. */
export async function getLetter(sessionId: string, letterId: string) {
  const found = await db().letter.findFirst({ where: { id: letterId, sessionId }, select: letter })
  return found && { ...found, progress: await getSendProgress({ sessionId, letterId }) }
}

export type SendProgress = { total: number; sent: number; left: number }

/**
 * How far the mails of a release or a letter have come, or those of which the keys begin with `keyStart` (rules.ts). `left`
 * are still to be sent; the rest failed or was no longer needed.
 */
export async function getSendProgress({
  sessionId,
  ...which
}: { sessionId: string } & (
  | { releaseNumber: number }
  | { letterId: string }
  | { keyStart: string }
)): Promise<SendProgress> {
  const about = {
    sessionId,
    ...('keyStart' in which ? { dedupeKey: { startsWith: `${which.keyStart}:` } } : which),
  }
  const [total, sent, left] = await Promise.all([
    db().message.count({ where: about }),
    db().message.count({ where: { ...about, sentAt: { not: null } } }),
    db().message.count({ where: { ...about, ...unsent } }),
  ])
  return { total, sent, left }
}

export const messagesPerPage = 50

/** The states that a list can be asked for. `waiting` counts the ones that are tried again too. */
export const listedStates = ['waiting', 'sent', 'failed', 'dropped', 'double'] as const
export type ListedState = (typeof listedStates)[number]

const inState: Record<ListedState, Prisma.MessageWhereInput> = {
  waiting: unsent,
  sent: { sentAt: { not: null } },
  failed: { failedAt: { not: null } },
  dropped: { droppedAt: { not: null } },
  double: { maybeDuplicate: true },
}

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
  registration: { select: { id: true, name: true, email: true } },
  organiser: { select: { name: true, email: true } },
} as const

type Listed = Prisma.MessageGetPayload<{ select: typeof listed }>

function toView({ registration, organiser, ...message }: Listed) {
  const to = registration ?? organiser
  return {
    id: message.id,
    kind: message.kind,
    ...messageState(message),
    settledAt: message.settledAt,
    maybeDuplicate: message.maybeDuplicate,
    dropReason: message.dropReason,
    answer: message.lastError,
    to: { name: to?.name ?? '', address: to?.email ?? '' },
  }
}

/** To whom: part of a name or address, whatever its case. */
function toWhom(search: string): Prisma.MessageWhereInput {
  const like = { contains: search.replace(/[%_\\]/g, '\\$&'), mode: 'insensitive' } as const
  const either = [{ name: like }, { email: like }]
  return { OR: [{ registration: { OR: either } }, { organiser: { OR: either } }] }
}

/** One page of the mails about a kennissessie (its id, a UUID), the latest first; pages count from 1. */
export async function listSessionMessages(
  sessionId: string,
  {
    page,
    show,
    kind = null,
    search = '',
  }: { page: number; show: ListedState | null; kind?: string | null; search?: string },
) {
  const where = { sessionId, ...(show && inState[show]), ...(kind && { kind }), ...(search && toWhom(search)) }
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
    listedStates.map((state) => db().message.count({ where: { sessionId, ...inState[state] } })),
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
