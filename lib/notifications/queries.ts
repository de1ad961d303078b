import { db } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { countRecipients, toAudience } from './audience'
import type { CustomMessageAudience } from './schema'

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
export const municipalityName = (code: string | null) => workplaceName({ municipalityCode: code, organisation: null })

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
