import { z } from 'zod'
import { db, type Transaction } from '@/lib/db/client'
import { attending, reachable, registrationStatuses } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { type Audience, audienceWhere, registeredStatuses } from './audience'

/** Counts the participants in the audience `to`, by default all participants with a seat. */
export const getRecipientCount = (sessionId: string, to: Audience = {}, tx: Transaction = db()) =>
  tx.registration.count({ where: audienceWhere(sessionId, to) })

/** Numbers of people whom a change of the session concerns, by status. */
export type AffectedCounts = Record<'signedUp' | 'offered' | 'waitlisted', number>

/** Counts the people to notify of a change of the session: all `recipients`, and of these `counts` by status. */
export async function getAffectedCount(sessionId: string): Promise<{ recipients: number; counts: AffectedCounts }> {
  const [signedUp = 0, offered = 0, waitlisted = 0] = await Promise.all(
    registeredStatuses.map((status) => getRecipientCount(sessionId, { statuses: [status] })),
  )
  return { recipients: signedUp + offered + waitlisted, counts: { signedUp, offered, waitlisted } }
}

/** Counts who can get a custom message by status, in the order of the statuses. */
export const countByStatus = (sessionId: string) =>
  Promise.all(
    registrationStatuses.map(async (status) => ({
      status,
      count: await getRecipientCount(sessionId, { statuses: [status] }),
    })),
  )

/** Returns the person to whom a message is written, or `null` if the session has no such registration to mail. */
export const findRecipient = (sessionId: string, id: string) =>
  db().registration.findFirst({
    where: { id, sessionId, ...reachable },
    select: { id: true, name: true, email: true, cancelledAt: true, waitlistedAt: true, offerExpiresAt: true },
  })

/** Returns the municipalities (CBS code) of all registrations, whatever their status. `null`, other organisations, is last. */
export async function listWorkplaces(sessionId: string) {
  const groups = await db().registration.groupBy({
    by: ['municipalityCode'],
    where: { sessionId, ...reachable },
  })
  return groups
    .map(({ municipalityCode: code }) => ({ code, name: municipalityName(code) }))
    .sort((one, other) => Number(!one.code) - Number(!other.code) || one.name.localeCompare(other.name, 'nl'))
}

/** Returns the name of a municipality by CBS code, or an empty string for `null` (another organisation). */
export const municipalityName = (code: string | null) => workplaceName({ municipalityCode: code, organisation: null })

/** Returns the hundred latest participants with a seat, to choose one for the preview of a standard mail. */
export function listPreviewParticipants(sessionId: string): Promise<{ id: string; name: string }[]> {
  return db().registration.findMany({
    where: { sessionId, ...attending, ...reachable },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, name: true },
  })
}

/** Returns the hundred latest registrations, whatever their status, to choose one for the preview of a custom message. */
export const listPossibleRecipients = (sessionId: string) =>
  db().registration.findMany({
    where: { sessionId, ...reachable },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, name: true, cancelledAt: true, waitlistedAt: true, offerExpiresAt: true },
  })

/** Returns the id if it belongs to a registration of the session, else `null`: the preview then uses sample data. */
export async function previewParticipantOrNull(sessionId: string, id: string): Promise<string | null> {
  if (!z.guid().safeParse(id).success) return null
  return (await db().registration.count({ where: { id, sessionId, ...reachable } })) === 1 ? id : null
}
