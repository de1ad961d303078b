import { workplaceName } from '@/lib/municipalities/queries'
import { db } from '@/lib/platform/db'
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
    answers: found.answers.map(({ id, text, question }) => ({
      id,
      questionId: question.id,
      question: question.label,
      isAsked: question.isAsked,
      text,
    })),
  }
}

export type OwnSignUpView = NonNullable<Awaited<ReturnType<typeof getOwnSignUp>>>

const own = {
  id: true,
  sessionId: true,
  linkVersion: true,
  version: true,
  name: true,
  email: true,
  municipalityCode: true,
  organisation: true,
  role: true,
  contactWish: true,
  phone: true,
  needs: true,
  questionInTime: true,
  createdAt: true,
  cancelledAt: true,
  waitingSince: true,
  offerExpiresAt: true,
  answers: {
    orderBy: { question: { position: 'asc' } },
    select: { id: true, text: true, question: { select: { id: true, label: true, isAsked: true } } },
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
      cancelledAt: true,
      cancelReason: true,
      contactName: true,
      contactEmail: true,
    },
  },
} as const
