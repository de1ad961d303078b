import { db, type Transaction } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { type Audience, audienceWhere } from './audience'

/** Number of participants with a seat, or in an audience. */
export const getRecipientCount = (sessionId: string, to: Audience = {}, tx: Transaction = db()) =>
  tx.registration.count({ where: audienceWhere(sessionId, to) })

/** Number of participants that another date concerns; `waitlisted` of them have no seat. */
export async function getAffectedCount(sessionId: string): Promise<{ recipients: number; waitlisted: number }> {
  const [recipients, seated] = await Promise.all([
    getRecipientCount(sessionId, { includeWaitlisted: true }),
    getRecipientCount(sessionId),
  ])
  return { recipients, waitlisted: recipients - seated }
}

/** Number of participants with a seat per municipality (CBS code); `null` is every other organisation, listed last. */
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

/** Name of a municipality by CBS code; empty for another organisation. */
export const municipalityName = (code: string | null) => workplaceName({ municipalityCode: code, organisation: null })

/** The latest hundred participants, to render previews for. */
export function listPreviewParticipants(sessionId: string): Promise<{ id: string; name: string }[]> {
  return db().registration.findMany({
    where: { sessionId, ...attending, erasedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, name: true },
  })
}

export async function isPreviewParticipant(sessionId: string, id: string): Promise<boolean> {
  return (await db().registration.count({ where: { id, sessionId } })) === 1
}
