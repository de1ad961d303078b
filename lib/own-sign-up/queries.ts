import { workplaceName } from '@/lib/municipalities/queries'
import { db } from '@/lib/platform/db'
import { filledIn } from '@/lib/platform/filled-in'
import { readPersonalToken } from '@/lib/platform/personal-token'

/**
 * What stands behind the personal link of a sign-up, to show to whose it is; null when the link is not ours or no longer
 * works. Reading changes nothing: mail scanners open every link.
 */
export async function getOwnSignUp(token: string) {
  const owner = readPersonalToken('manage', token)
  const found = owner && (await db().registration.findFirst({ where: owner, select: own }))
  if (!found) return null
  return {
    ...found,
    place: workplaceName(found),
    released: found.session.releases.length > 0,
    roundClosed: found.session.closings.length > 0,
    answers: found.answers.map(({ id, text, textInTime, question }) => ({
      id,
      textInTime,
      questionId: question.id,
      question: question.label,
      isAsked: question.isAsked,
      text,
    })),
  }
}

/** The address that waits for its owner at `now`, and until when; null when none does. */
export function findPendingAddress({ id, linkVersion }: { id: string; linkVersion: number }, now: Date) {
  return db().addressRequest.findFirst({
    where: { registrationId: id, confirmedAt: null, expiresAt: { gt: now }, linkVersion },
    select: { email: true, expiresAt: true },
  })
}

export type OwnSignUpView = NonNullable<Awaited<ReturnType<typeof getOwnSignUp>>>

export const own = {
  id: true,
  sessionId: true,
  linkVersion: true,
  version: true,
  ...filledIn,
  questionInTime: true,
  createdAt: true,
  cancelledAt: true,
  waitingSince: true,
  offerExpiresAt: true,
  answers: {
    orderBy: { question: { position: 'asc' } },
    select: { id: true, text: true, textInTime: true, question: { select: { id: true, label: true, isAsked: true } } },
  },
  session: {
    select: {
      slug: true,
      title: true,
      startsAt: true,
      endsAt: true,
      questionDeadlineAt: true,
      registrationOpensAt: true,
      registrationClosesAt: true,
      capacity: true,
      cancelledAt: true,
      cancelReason: true,
      contactName: true,
      contactEmail: true,
      releases: { take: 1, select: { number: true } },
      closings: { where: { reopenedAt: null }, select: { id: true } },
    },
  },
} as const
