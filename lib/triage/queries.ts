import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { attending, canLogIn } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { agendaQuestionWhere, untouchedTriage } from './agenda-questions'
import { countNewOpenGuarantees, openGuaranteesFirst, programmeStates, type QuestionEntry } from './rules'

/**
 * Returns the agenda questions of a session (id, a UUID) from participants with a seat: first the open guarantees (see
 * `isOpenGuarantee`), then the others by theme, place in the theme and date. Reads no texts, so that thousands of questions
 * stay fast; `listQuestionViews` reads the texts for one page.
 */
export async function listQuestionEntries(sessionId: string, tx: Transaction = db()): Promise<QuestionEntry[]> {
  const rows = await tx.$queryRaw<QuestionEntry[]>`
    SELECT a."id", coalesce(t."state", 'new')::text AS "state", r."askedBeforeDeadline", t."themeId", t."ownerId",
      r."createdAt" AS "askedAt",
      row_number() OVER (ORDER BY r."askedBeforeDeadline" DESC, r."createdAt", a."id")::int AS "sequenceNumber"
    FROM "Question" q
    JOIN "Answer" a ON a."questionId" = q."id"
    JOIN "Registration" r ON r."id" = a."registrationId" AND r."cancelledAt" IS NULL AND r."waitlistedAt" IS NULL
    LEFT JOIN "Triage" t ON t."answerId" = a."id"
    LEFT JOIN "Theme" h ON h."id" = t."themeId"
    WHERE q."sessionId" = ${sessionId}::uuid AND q."isAgendaQuestion"
    ORDER BY h."position" NULLS LAST, t."position" NULLS LAST, r."createdAt", a."id"`
  return openGuaranteesFirst(rows)
}

const named = { select: { id: true, name: true } } as const

const viewFields = {
  registration: {
    include: {
      answers: {
        where: { question: { isAgendaQuestion: false } },
        orderBy: { question: { position: 'asc' } },
        select: { id: true, text: true, question: { select: { label: true } } },
      },
    },
  },
  triage: { include: { theme: named, owner: named } },
} as const

/** Returns an agenda question without the name of its asker, so that organisers judge the question alone. */
function toQuestionView({ id, text, textAtDeadline, registration, triage }: QuestionRow) {
  const { answers, role, askedBeforeDeadline, contactWish } = registration
  const { state, theme, owner, note, clarification, resultText, textAtDecision, version } = triage ?? untouchedTriage
  return {
    id,
    text,
    workplace: workplaceName(registration),
    role,
    askedBeforeDeadline,
    contactWish,
    state,
    theme,
    owner,
    note,
    clarification,
    resultText,
    version,
    /** Text of the question at the deadline, guaranteed to be treated, if the asker changed it later; else `null`. */
    textAtDeadline: askedBeforeDeadline ? textAtDeadline : null,
    /** Text of the question at the organisers' last decision, if the asker changed it since; else `null`. */
    textAtDecision,
    otherAnswers: answers.map((answer) => ({ id: answer.id, question: answer.question.label, text: answer.text })),
  }
}
type QuestionRow = Prisma.AnswerGetPayload<{ include: typeof viewFields }>
export type QuestionView = ReturnType<typeof toQuestionView>

/** Returns the agenda questions with these answer ids (UUIDs), in the given order. */
export async function listQuestionViews(ids: string[]): Promise<QuestionView[]> {
  const rows = await db().answer.findMany({ where: { id: { in: ids } }, include: viewFields })
  const views = new Map(rows.map((row) => [row.id, toQuestionView(row)]))
  return ids.flatMap((id) => views.get(id) ?? [])
}

/** Returns an agenda question with its asker and clarification requests, or `null` if not found. Ids are UUIDs. */
export async function getAgendaQuestion(sessionId: string, answerId: string) {
  const found = await db().answer.findFirst({
    where: agendaQuestionWhere({ sessionId, answerId }),
    include: {
      ...viewFields,
      requests: { orderBy: { number: 'asc' }, select: { id: true, channel: true, requestedAt: true } },
    },
  })
  if (!found) return null
  const { id, name, email, phone, cancelledAt } = found.registration
  return { ...toQuestionView(found), asker: { id, name, email, phone, cancelledAt }, requests: found.requests }
}

/** Returns the themes that have an agenda question of a participant with a seat, in the order of the programme. */
export const listThemes = (sessionId: string) =>
  db().theme.findMany({
    where: { sessionId, triages: { some: { answer: { registration: attending } } } },
    orderBy: { position: 'asc' },
    ...named,
  })

/** Returns the organisers who may log in, sorted by name. An agenda question can be assigned to each of them. */
export const listPossibleOwners = () =>
  db().organiser.findMany({ where: canLogIn, orderBy: [{ name: 'asc' }, { id: 'asc' }], ...named })

export async function hasAgendaQuestion(sessionId: string): Promise<boolean> {
  return (await db().question.count({ where: { sessionId, isAgendaQuestion: true, retiredAt: null } })) > 0
}

/** Returns the closed triage round of a session, or `null` while organisers can still decide on agenda questions. */
export const getClosedRound = (sessionId: string) =>
  db().triageRound.findFirst({
    where: { sessionId, reopenedAt: null },
    select: { id: true, closedAt: true, explanation: true, openGuarantees: true },
  })
export type ClosedRound = NonNullable<Awaited<ReturnType<typeof getClosedRound>>>

/**
 * Maps session ids to the number of open guarantees (see `isOpenGuarantee`) that came after organisers closed the triage
 * round. Omits archived and cancelled sessions, and sessions with none.
 */
export async function countNewOpenGuaranteesBySession(): Promise<Map<string, number>> {
  const rounds = await db().triageRound.findMany({
    where: { reopenedAt: null, session: { archivedAt: null, cancelledAt: null } },
    select: { sessionId: true, closedAt: true, openGuarantees: true },
  })
  const counts = rounds.map(async ({ sessionId, ...round }) => {
    return [sessionId, countNewOpenGuarantees(round, await listQuestionEntries(sessionId))] as const
  })
  return new Map((await Promise.all(counts)).filter(([, count]) => count > 0))
}

/** Returns the chosen and answered agenda questions by theme, in programme order. Those without a theme come last. */
export async function listProgramme(sessionId: string) {
  const [entries, themes] = await Promise.all([listQuestionEntries(sessionId), listThemes(sessionId)])
  const programmeEntries = entries.filter(({ state }) => programmeStates.includes(state))
  const views = await listQuestionViews(programmeEntries.map(({ id }) => id))
  const parts = [...themes, null].map((theme) => ({
    theme,
    questions: views.filter((view) => view.theme?.id === theme?.id),
  }))
  return parts.filter(({ questions }) => questions.length > 0)
}
