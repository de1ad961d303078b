import { z } from 'zod'
import { db, type Transaction } from '@/lib/db/client'
import { attending, reachable, registrationStatuses } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { type Audience, audienceWhere, registeredStatuses } from './audience'

/** Counts the participants in the audience `to`, by default all participants with a seat. */
export const getRecipientCount = (sessionId: string, to: Audience = {}, tx: Transaction = db()) =>
  tx.registration.count({ where: audienceWhere(sessionId, to) })

/** Numbers of participants to notify of a change of a session, by status. */
export type AffectedCounts = Record<'signedUp' | 'offered' | 'waitlisted', number>

/** Counts the participants to notify of a change of a session: in total (`recipients`) and by status (`counts`). */
export async function getAffectedCount(sessionId: string): Promise<{ recipients: number; counts: AffectedCounts }> {
  const [signedUp = 0, offered = 0, waitlisted = 0] = await Promise.all(
    registeredStatuses.map((status) => getRecipientCount(sessionId, { statuses: [status] })),
  )
  return { recipients: signedUp + offered + waitlisted, counts: { signedUp, offered, waitlisted } }
}

/** Returns for each registration status how many participants with that status can get a custom message. */
export const countByStatus = (sessionId: string) =>
  Promise.all(
    registrationStatuses.map(async (status) => ({
      status,
      count: await getRecipientCount(sessionId, { statuses: [status] }),
    })),
  )

/** Returns a registration of the session, to write a message to, or `null` if it is unknown or its data were erased. */
export const findRecipient = (sessionId: string, id: string) =>
  db().registration.findFirst({
    where: { id, sessionId, ...reachable },
    select: { id: true, name: true, email: true, cancelledAt: true, waitlistedAt: true, offerExpiresAt: true },
  })

/** Returns the municipalities where a session's registrants work, by name. Code `null` (other organisations) comes last. */
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

/** Returns the hundred latest participants with a seat. An organiser chooses for which of them a mail is previewed. */
export function listPreviewParticipants(sessionId: string): Promise<{ id: string; name: string }[]> {
  return db().registration.findMany({
    where: { sessionId, ...attending, ...reachable },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, name: true },
  })
}

/** Returns the hundred latest registrations with any status. An organiser previews a custom message for one of them. */
export const listPossibleRecipients = (sessionId: string) =>
  db().registration.findMany({
    where: { sessionId, ...reachable },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, name: true, cancelledAt: true, waitlistedAt: true, offerExpiresAt: true },
  })

/** Returns `id` if it belongs to a registration of the session, else `null`. A preview without id shows sample data. */
export async function previewParticipantOrNull(sessionId: string, id: string): Promise<string | null> {
  if (!z.guid().safeParse(id).success) return null
  return (await db().registration.count({ where: { id, sessionId, ...reachable } })) === 1 ? id : null
}
