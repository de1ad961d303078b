import { db } from '@/lib/platform/db'
import { filledIn } from '@/lib/platform/filled-in'

/** A sign-up and its session with all that any mail tells, as they are now. Throws when there is no such sign-up. */
export function readParticipant(registrationId: string) {
  return db().registration.findUniqueOrThrow({ where: { id: registrationId }, select: participant })
}

export type Participant = Awaited<ReturnType<typeof readParticipant>>

const session = {
  id: true,
  slug: true,
  title: true,
  organisedBy: true,
  startsAt: true,
  endsAt: true,
  questionDeadlineAt: true,
  registrationClosesAt: true,
  contactName: true,
  contactEmail: true,
  calendarSequence: true,
  cancelledAt: true,
  cancelReason: true,
  materials: true,
  evaluationUrl: true,
  releases: { orderBy: { number: 'desc' }, take: 1, select: { agenda: true } },
  mailTexts: { select: { kind: true, subject: true, text: true } },
} as const

const participant = {
  id: true,
  ...filledIn,
  questionInTime: true,
  createdAt: true,
  cancelledAt: true,
  waitingSince: true,
  offerExpiresAt: true,
  version: true,
  handedOverBy: { orderBy: { cancelledAt: 'desc' }, take: 1, select: { name: true, erasedAt: true } },
  answers: {
    select: {
      text: true,
      textInTime: true,
      question: { select: { label: true, isAsked: true } },
      triage: { select: { state: true, outcomeText: true } },
    },
    orderBy: { question: { position: 'asc' } },
  },
  session: { select: session },
} as const

const sampled = {
  where: { retiredAt: null },
  orderBy: { position: 'asc' },
  select: { label: true, isAsked: true, options: true },
} as const

/** Somebody who could have signed up for this session, for who wants to see a mail before it goes out. */
export async function sampleParticipant(sessionId: string): Promise<Participant> {
  const { questions, ...rest } = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { ...session, questions: sampled },
  })
  return {
    id: sessionId,
    name: 'Sam Voorbeeld',
    email: 'sam.voorbeeld@example.nl',
    municipalityCode: 'GM0344',
    organisation: null,
    role: 'beleidsadviseur',
    contactWish: 'email',
    phone: null,
    needs: 'Ondertiteling',
    questionInTime: true,
    createdAt: new Date(rest.questionDeadlineAt.getTime() - 1),
    cancelledAt: null,
    waitingSince: null,
    offerExpiresAt: null,
    version: 1,
    handedOverBy: [],
    answers: questions.map((question) => ({
      question,
      text: question.options || 'Hier staat wat iemand heeft geantwoord.',
      textInTime: null,
      triage: null,
    })),
    session: rest,
  }
}
