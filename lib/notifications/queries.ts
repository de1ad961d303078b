import { z } from 'zod'
import { db, type Transaction } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { type Audience, audienceWhere } from './audience'

/** Counts the participants of an audience, by default all participants with a seat. */
export const getRecipientCount = (sessionId: string, to: Audience = {}, tx: Transaction = db()) =>
  tx.registration.count({ where: audienceWhere(sessionId, to) })

/** Counts the participants whom a reschedule concerns. `waitlisted` of them have no seat. */
export async function getAffectedCount(sessionId: string): Promise<{ recipients: number; waitlisted: number }> {
  const [recipients, seated] = await Promise.all([
    getRecipientCount(sessionId, { includeWaitlisted: true }),
    getRecipientCount(sessionId),
  ])
  return { recipients, waitlisted: recipients - seated }
}

/** Counts seats per municipality (CBS code). The code `null` stands for all other organisations and comes last. */
export async function listWorkplaces(sessionId: string) {
  const groups = await db().registration.groupBy({
    by: ['municipalityCode'],
    where: { sessionId, ...attending, erasedAt: null },
    _count: { _all: true },
  })
  return groups
    .map(({ municipalityCode: code, _count }) => ({ code, name: municipalityName(code), count: _count._all }))
    .sort((one, other) => Number(!one.code) - Number(!other.code) || one.name.localeCompare(other.name, 'nl'))
}

/** Returns the name of a municipality by CBS code. Returns an empty string for `null`, another organisation. */
export const municipalityName = (code: string | null) => workplaceName({ municipalityCode: code, organisation: null })

/** Lists the latest hundred participants with a seat, to choose one for a preview. */
export function listPreviewParticipants(sessionId: string): Promise<{ id: string; name: string }[]> {
  return db().registration.findMany({
    where: { sessionId, ...attending, erasedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, name: true },
  })
}

/** Returns the id if it belongs to a registration of the session, else `null`: the preview then uses sample data. */
export async function previewParticipantOrNull(sessionId: string, id: string): Promise<string | null> {
  if (!z.guid().safeParse(id).success) return null
  return (await db().registration.count({ where: { id, sessionId } })) === 1 ? id : null
}
