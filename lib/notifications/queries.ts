import { z } from 'zod'
import { db, type Transaction } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { type Audience, audienceWhere } from './audience'

/** Counts the participants in the audience `to`, by default all participants with a seat. */
export const getRecipientCount = (sessionId: string, to: Audience = {}, tx: Transaction = db()) =>
  tx.registration.count({ where: audienceWhere(sessionId, to) })

/** Counts the participants to notify of a reschedule. Of these `recipients`, `waitlisted` have no seat. */
export async function getAffectedCount(sessionId: string): Promise<{ recipients: number; waitlisted: number }> {
  const [recipients, seated] = await Promise.all([
    getRecipientCount(sessionId, { includeWaitlisted: true }),
    getRecipientCount(sessionId),
  ])
  return { recipients, waitlisted: recipients - seated }
}

/** Counts participants with a seat per municipality (CBS code). `null`, other organisations, comes last. */
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

/** Returns the name of a municipality by CBS code, or an empty string for `null` (another organisation). */
export const municipalityName = (code: string | null) => workplaceName({ municipalityCode: code, organisation: null })

/** Returns the hundred latest participants with a seat, to choose one for a mail preview. */
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
