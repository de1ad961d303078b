import { db } from '@/lib/db/client'
import { personalFields } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { verifyPersonalToken } from '@/lib/personal-links/token'

/**
 * What stands behind the personal link of a sign-up, to show to whose it is; null when the link is not ours or no longer
 * works. Reading changes nothing: mail scanners open every link.
 */
export async function getOwnRegistration(token: string) {
  const owner = verifyPersonalToken('manage', token)
  const found = owner && (await db().registration.findFirst({ where: owner, select: ownRegistrationSelect }))
  if (!found) return null
  return {
    ...found,
    workplace: workplaceName(found),
    isReleased: found.session.releases.length > 0,
    isRoundClosed: found.session.triageRounds.length > 0,
    answers: found.answers.map(({ id, text, textAtDeadline, question }) => ({
      id,
      textAtDeadline,
      questionId: question.id,
      question: question.label,
      isAgendaQuestion: question.isAgendaQuestion,
      text,
    })),
  }
}

/** The address that waits for its owner at `now`, and until when; null when none does. */
export function findPendingEmailChange({ id, tokenVersion }: { id: string; tokenVersion: number }, now: Date) {
  return db().emailChangeRequest.findFirst({
    where: { registrationId: id, confirmedAt: null, expiresAt: { gt: now }, tokenVersion },
    select: { email: true, expiresAt: true },
  })
}

export type OwnRegistrationView = NonNullable<Awaited<ReturnType<typeof getOwnRegistration>>>

export const ownRegistrationSelect = {
  id: true,
  sessionId: true,
  tokenVersion: true,
  version: true,
  ...personalFields,
  askedBeforeDeadline: true,
  createdAt: true,
  cancelledAt: true,
  waitlistedAt: true,
  offerExpiresAt: true,
  answers: {
    orderBy: { question: { position: 'asc' } },
    select: {
      id: true,
      text: true,
      textAtDeadline: true,
      question: { select: { id: true, label: true, isAgendaQuestion: true } },
    },
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
      triageRounds: { where: { reopenedAt: null }, select: { id: true } },
    },
  },
} as const
