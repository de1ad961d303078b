import { db, type Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/organiser-scopes'
import { attending } from '@/lib/db/scopes'
import { workplaceName } from '@/lib/municipalities/queries'
import { countNewOpenGuarantees, openGuaranteesFirst, programmeStates, type TriageFacts } from './rules'
import type { TriageState } from './schema'

export type QuestionListEntry = TriageFacts & { id: string; sequenceNumber: number; askedAt: Date }

/**
 * Every asked question of a kennissessie (its id, a UUID) in its order: open promises first, then the programme, then as they
 * came in. Only what decides the order, so that thousands take no time; `listQuestionViews` shows some of them.
 */
export async function listQuestionEntries(sessionId: string, tx: Transaction = db()): Promise<QuestionListEntry[]> {
  const rows = await tx.$queryRaw<(Omit<QuestionListEntry, 'state'> & { state: TriageState })[]>`
    SELECT a."id", coalesce(t."state", 'new')::text AS "state", r."askedBeforeDeadline" AS "inTime", t."themeId", t."ownerId",
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

const viewFields = {
  id: true,
  text: true,
  textAtDeadline: true,
  registration: {
    select: {
      id: true,
      municipalityCode: true,
      organisation: true,
      role: true,
      askedBeforeDeadline: true,
      cancelledAt: true,
      contactWish: true,
      answers: {
        where: { question: { isAgendaQuestion: false } },
        orderBy: { question: { position: 'asc' } },
        select: { id: true, text: true, question: { select: { label: true } } },
      },
    },
  },
  triage: {
    select: {
      state: true,
      note: true,
      clarification: true,
      resultText: true,
      version: true,
      textAtDecision: true,
      theme: { select: { id: true, name: true } },
      owner: { select: { id: true, name: true } },
    },
  },
} as const

type QuestionRow = Awaited<ReturnType<typeof readQuestionRows>>[number]

const readQuestionRows = (ids: string[]) => db().answer.findMany({ where: { id: { in: ids } }, select: viewFields })

/** What the desk shows of a question: without a name, so that it is read for what it asks. */
function toQuestionView({ id, text, textAtDeadline, registration, triage }: QuestionRow) {
  const { answers, role, askedBeforeDeadline, contactWish } = registration
  return {
    id,
    text,
    place: workplaceName(registration),
    role,
    inTime: askedBeforeDeadline,
    /** What was asked in time, when something else was asked later in its place; that is not promised. */
    textAtDeadline: askedBeforeDeadline ? textAtDeadline : null,
    /** What it was when it was last decided about, when that is not what it is now. */
    textAtDecision: triage?.textAtDecision ?? null,
    contactWish,
    context: answers.map((answer) => ({ id: answer.id, question: answer.question.label, text: answer.text })),
    state: triage?.state ?? ('new' satisfies TriageState),
    theme: triage?.theme ?? null,
    owner: triage?.owner ?? null,
    note: triage?.note ?? '',
    clarification: triage?.clarification ?? '',
    resultText: triage?.resultText ?? '',
    version: triage?.version ?? 0,
  }
}

export type QuestionView = ReturnType<typeof toQuestionView>

/** These questions (ids of answers, UUIDs) in the order that was asked for. */
export async function listQuestionViews(ids: string[]): Promise<QuestionView[]> {
  const views = new Map((await readQuestionRows(ids)).map((row) => [row.id, toQuestionView(row)]))
  return ids.flatMap((id) => views.get(id) ?? [])
}

/** One asked question with who asked it and when they were approached; null when this session has no such. Ids are UUIDs. */
export async function getAgendaQuestion(sessionId: string, answerId: string) {
  const found = await db().answer.findFirst({
    where: { id: answerId, question: { sessionId, isAgendaQuestion: true }, registration: { waitlistedAt: null } },
    select: {
      ...viewFields,
      registration: { select: { ...viewFields.registration.select, name: true, email: true, phone: true } },
      requests: { orderBy: { number: 'asc' }, select: { id: true, channel: true, requestedAt: true } },
    },
  })
  if (!found) return null
  const { id, name, email, phone, cancelledAt } = found.registration
  return { ...toQuestionView(found), asker: { id, name, email, phone, cancelledAt }, requests: found.requests }
}

/** The themes of a kennissessie in the order of the programme. */
export function listThemes(sessionId: string): Promise<{ id: string; name: string }[]> {
  return db().theme.findMany({
    where: { sessionId, triages: { some: { answer: { registration: attending } } } },
    orderBy: { position: 'asc' },
    select: { id: true, name: true },
  })
}

/** Who can see to a question: everybody who may log in. */
export function listPossibleOwners(): Promise<{ id: string; name: string }[]> {
  return db().organiser.findMany({
    where: canLogIn,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}

/** Whether this session has a question of which the answers are what people want treated. */
export async function hasAgendaQuestion(sessionId: string): Promise<boolean> {
  return (await db().question.count({ where: { sessionId, isAgendaQuestion: true, retiredAt: null } })) > 0
}

/** The closing that holds for a vragenronde, or null while it is open. */
export function getClosedRound(sessionId: string) {
  return db().triageRound.findFirst({
    where: { sessionId, reopenedAt: null },
    select: { id: true, closedAt: true, explanation: true, openGuarantees: true },
  })
}

/**
 * How many promises are open that a closed vragenronde did not know of, by the id of the session; of those at hand at the desk,
 * and only where there are any.
 */
export async function countNewOpenGuaranteesBySession(): Promise<Map<string, number>> {
  const closings = await db().triageRound.findMany({
    where: { reopenedAt: null, session: { archivedAt: null, cancelledAt: null } },
    select: { sessionId: true, closedAt: true, openGuarantees: true },
  })
  const counts = closings.map(async ({ sessionId, ...closing }) => {
    return [sessionId, countNewOpenGuarantees(closing, await listQuestionEntries(sessionId))] as const
  })
  return new Map((await Promise.all(counts)).filter(([, count]) => count > 0))
}

/** What is treated in the session: each theme with its questions, in order; what has no theme comes last. */
export async function listProgramme(sessionId: string) {
  const [places, themes] = await Promise.all([listQuestionEntries(sessionId), listThemes(sessionId)])
  const programmeEntries = places.filter(({ state }) => programmeStates.includes(state))
  const views = await listQuestionViews(programmeEntries.map(({ id }) => id))
  const parts = [...themes, null].map((theme) => ({
    theme,
    questions: views.filter((view) => view.theme?.id === theme?.id),
  }))
  return parts.filter(({ questions }) => questions.length > 0)
}

export type ProgrammePart = Awaited<ReturnType<typeof listProgramme>>[number]
