import { workplaceName } from '@/lib/municipalities/queries'
import { db, type Transaction } from '@/lib/platform/db'
import { readPersonalToken } from '@/lib/platform/personal-token'
import { holdRow } from '@/lib/platform/row-lock'
import { holdPlaces } from './places'

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

/**
 * The sign-up behind a personal link, which nobody else can change until the transaction ends; null when the link is not ours
 * or no longer works. `withRound`: nobody decides in the vragenronde meanwhile either.
 */
export async function holdOwn(tx: Transaction, token: string, { withRound = false } = {}) {
  const owner = readPersonalToken('manage', token)
  const where = owner && (await tx.registration.findUnique({ where: { id: owner.id }, select: { sessionId: true } }))
  if (!where) return null
  // First the session, as everybody else does: the other way round two could wait for each other.
  if (withRound) await holdRow(tx, 'Session', where.sessionId, 'NO KEY UPDATE')
  await holdPlaces(tx, where.sessionId)
  await holdRow(tx, 'Registration', owner.id)
  return await tx.registration.findFirst({
    where: owner,
    include: { answers: { select: { questionId: true, text: true } }, session: { select: own.session.select } },
  })
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
