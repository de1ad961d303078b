import { db } from '@/lib/db/client'
import { sessionMoments } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { answersInFormOrder } from '../answers'

/** Prisma selection of the session columns that pages behind a personal link show. */
export const sessionColumns = {
  slug: true,
  title: true,
  ...sessionMoments,
  cancelReason: true,
  contactName: true,
  contactEmail: true,
} as const

const sessionProgress = {
  capacity: true,
  releases: { take: 1, select: { number: true } },
  triageRounds: { where: { reopenedAt: null }, select: { id: true } },
} as const

/** Returns the registration that the personal link `token` identifies, or `null` when the link is forged or outdated. */
export async function getOwnRegistration(token: string) {
  const owner = verifyPersonalToken('manage', token)
  const found =
    owner &&
    (await db().registration.findFirst({
      where: owner,
      include: { answers: answersInFormOrder, session: { select: { ...sessionColumns, ...sessionProgress } } },
    }))
  if (!found) return null
  const { releases, triageRounds } = found.session
  const progress = { isReleased: releases.length > 0, isRoundClosed: triageRounds.length > 0 }
  return { ...found, ...progress, workplace: workplaceName(found) }
}

export type OwnRegistrationView = NonNullable<Awaited<ReturnType<typeof getOwnRegistration>>>

/** Returns the new e-mail address that awaits confirmation, with its expiry, or `null` when there is none. */
export function findPendingEmailChange({ id, tokenVersion }: { id: string; tokenVersion: number }, now: Date) {
  return db().emailChangeRequest.findFirst({
    where: { registrationId: id, confirmedAt: null, expiresAt: { gt: now }, tokenVersion },
    select: { email: true, expiresAt: true },
  })
}

/**
 * Returns the registration that a personal meeting link identifies, or `null` if the link is forged or outdated. `release`
 * holds the released agenda, or is `null` before the release.
 */
export async function getParticipation(token: string) {
  const owner = verifyPersonalToken('take-part', token)
  const releases = { orderBy: { number: 'desc' }, take: 1, select: { agenda: true } } as const
  const include = { session: { select: { ...sessionColumns, releases } } }
  const found = owner && (await db().registration.findFirst({ where: owner, include }))
  return found && { ...found, release: found.session.releases[0] ?? null }
}

/** Returns the online meeting's URL for a personal link, or `null` if the link is invalid or the URL not yet released. */
export async function getMeetingLink(token: string): Promise<string | null> {
  const owner = verifyPersonalToken('take-part', token)
  const releases = { orderBy: { number: 'desc' }, take: 1, select: { onlineLink: true } } as const
  const select = { session: { select: { releases } } }
  const found = owner && (await db().registration.findFirst({ where: owner, select }))
  return found?.session.releases[0]?.onlineLink ?? null
}

/** Returns the registration that the link to an offered seat identifies, or `null` when the link is forged or outdated. */
export async function getOffer(token: string) {
  const owner = verifyPersonalToken('take-place', token)
  const include = { session: { select: sessionColumns } }
  return owner && (await db().registration.findFirst({ where: owner, include }))
}
