import { db } from '@/lib/db/client'
import { personalFields } from '@/lib/db/scopes'

/** Reads a registration and its session, with all fields that a mail needs. Throws when the registration is gone. */
export async function readParticipant(registrationId: string) {
  return await db().registration.findUniqueOrThrow({ where: { id: registrationId }, select: participantFields })
}

export type Participant = Awaited<ReturnType<typeof readParticipant>>

const sessionFields = {
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
  notificationSettings: { select: { materials: true, evaluationUrl: true, notifyWaitlist: true } },
  releases: { orderBy: { number: 'desc' }, take: 1, select: { agenda: true } },
  templateOverrides: { select: { kind: true, subject: true, text: true } },
} as const

const participantFields = {
  id: true,
  version: true,
  createdAt: true,
  ...personalFields,
  askedBeforeDeadline: true,
  cancelledAt: true,
  waitlistedAt: true,
  offerExpiresAt: true,
  pending: { orderBy: { createdAt: 'asc' }, select: { input: true, createdAt: true, expiresAt: true } },
  transferredFrom: { orderBy: { cancelledAt: 'desc' }, take: 1, select: { name: true, erasedAt: true } },
  answers: {
    select: {
      text: true,
      textAtDeadline: true,
      question: { select: { label: true, isAgendaQuestion: true } },
      triage: { select: { state: true, resultText: true } },
    },
    orderBy: { question: { position: 'asc' } },
  },
  session: { select: sessionFields },
} as const

/** Returns a fictitious participant of this session, for previews of mails. */
export async function sampleParticipant(sessionId: string): Promise<Participant> {
  const { questions, ...rest } = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    select: {
      ...sessionFields,
      questions: {
        where: { retiredAt: null },
        orderBy: { position: 'asc' },
        select: { label: true, isAgendaQuestion: true, options: true },
      },
    },
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
    askedBeforeDeadline: true,
    createdAt: new Date(rest.questionDeadlineAt.getTime() - 1),
    cancelledAt: null,
    waitlistedAt: null,
    offerExpiresAt: null,
    version: 1,
    pending: [],
    transferredFrom: [],
    answers: questions.map((question) => ({
      question,
      text: question.options.join('\n') || 'Hier staat wat iemand heeft geantwoord.',
      textAtDeadline: null,
      triage: null,
    })),
    session: rest,
  }
}
