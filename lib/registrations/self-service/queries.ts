import { db } from '@/lib/db/client'
import { personalFields } from '@/lib/db/personal-fields'
import { workplaceName } from '@/lib/municipalities/queries'
import { verifyPersonalToken } from '@/lib/personal-links/token'

/**
 * Returns the registration of a personal link for its participant, or `null` when the link is forged or outdated.
 * Changes nothing, because mail scanners open every link.
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
    answers: found.answers.map(({ question, ...answer }) => ({
      ...answer,
      questionId: question.id,
      question: question.label,
      isAgendaQuestion: question.isAgendaQuestion,
    })),
  }
}

/** Returns the new email address that still has to be confirmed, with its expiry, or `null`. */
export function findPendingEmailChange({ id, tokenVersion }: { id: string; tokenVersion: number }, now: Date) {
  return db().emailChangeRequest.findFirst({
    where: { registrationId: id, confirmedAt: null, expiresAt: { gt: now }, tokenVersion },
    select: { email: true, expiresAt: true },
  })
}

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
