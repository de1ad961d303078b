import { workplaceName } from '@/lib/municipalities/queries'
import { db, type Transaction } from '@/lib/platform/db'
import { mayLogIn } from '@/lib/platform/organiser-access'
import { whoTakesPart } from '@/lib/platform/who-takes-part'
import { openPromisesFirst, programmeStates, promisesSince, type TriageFacts } from './rules'
import type { TriageState } from './schema'

export type QuestionPlace = TriageFacts & { id: string; turn: number; askedAt: Date }

/**
 * Every asked question of a kennissessie (its id, a UUID) in its order: open promises first, then the programme, then as they
 * came in. Only what decides the order, so that thousands take no time; `listQuestionViews` shows some of them.
 */
export async function listQuestionPlaces(sessionId: string, tx: Transaction = db()): Promise<QuestionPlace[]> {
  const rows = await tx.$queryRaw<(Omit<QuestionPlace, 'state'> & { state: TriageState })[]>`
    SELECT a."id", coalesce(t."state", 'fresh')::text AS "state", r."questionInTime" AS "inTime", t."themeId", t."ownerId",
      r."createdAt" AS "askedAt",
      row_number() OVER (ORDER BY r."questionInTime" DESC, r."createdAt", a."id")::int AS "turn"
    FROM "Question" q
    JOIN "Answer" a ON a."questionId" = q."id"
    JOIN "Registration" r ON r."id" = a."registrationId" AND r."cancelledAt" IS NULL AND r."waitingSince" IS NULL
    LEFT JOIN "Triage" t ON t."answerId" = a."id"
    LEFT JOIN "Theme" h ON h."id" = t."themeId"
    WHERE q."sessionId" = ${sessionId}::uuid AND q."isAsked"
    ORDER BY h."position" NULLS LAST, t."position" NULLS LAST, r."createdAt", a."id"`
  return openPromisesFirst(rows)
}

const shown = {
  id: true,
  text: true,
  textInTime: true,
  registration: {
    select: {
      id: true,
      municipalityCode: true,
      organisation: true,
      role: true,
      questionInTime: true,
      cancelledAt: true,
      contactWish: true,
      answers: {
        where: { question: { isAsked: false } },
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
      outcomeText: true,
      version: true,
      textBefore: true,
      theme: { select: { id: true, name: true } },
      owner: { select: { id: true, name: true } },
    },
  },
} as const

type Shown = Awaited<ReturnType<typeof readShown>>[number]

const readShown = (ids: string[]) => db().answer.findMany({ where: { id: { in: ids } }, select: shown })

/** What the desk shows of a question: without a name, so that it is read for what it asks. */
function toView({ id, text, textInTime, registration, triage }: Shown) {
  const { answers, role, questionInTime, contactWish } = registration
  return {
    id,
    text,
    place: workplaceName(registration),
    role,
    inTime: questionInTime,
    /** What was asked in time, when something else was asked later in its place; that is not promised. */
    textInTime: questionInTime ? textInTime : null,
    /** What it was when it was last decided about, when that is not what it is now. */
    textBefore: triage?.textBefore ?? null,
    contactWish,
    context: answers.map((answer) => ({ id: answer.id, question: answer.question.label, text: answer.text })),
    state: triage?.state ?? ('fresh' satisfies TriageState),
    theme: triage?.theme ?? null,
    owner: triage?.owner ?? null,
    note: triage?.note ?? '',
    clarification: triage?.clarification ?? '',
    outcomeText: triage?.outcomeText ?? '',
    version: triage?.version ?? 0,
  }
}

export type QuestionView = ReturnType<typeof toView>

/** These questions (ids of answers, UUIDs) in the order that was asked for. */
export async function listQuestionViews(ids: string[]): Promise<QuestionView[]> {
  const views = new Map((await readShown(ids)).map((row) => [row.id, toView(row)]))
  return ids.flatMap((id) => views.get(id) ?? [])
}

/** One asked question with who asked it and when they were approached; null when this session has no such. Ids are UUIDs. */
export async function getQuestion(sessionId: string, answerId: string) {
  const found = await db().answer.findFirst({
    where: { id: answerId, question: { sessionId, isAsked: true }, registration: { waitingSince: null } },
    select: {
      ...shown,
      registration: { select: { ...shown.registration.select, name: true, email: true, phone: true } },
      requests: { orderBy: { number: 'asc' }, select: { id: true, way: true, askedAt: true } },
    },
  })
  if (!found) return null
  const { id, name, email, phone, cancelledAt } = found.registration
  return { ...toView(found), asker: { id, name, email, phone, cancelledAt }, requests: found.requests }
}

/** The themes of a kennissessie in the order of the programme. */
export function listThemes(sessionId: string): Promise<{ id: string; name: string }[]> {
  return db().theme.findMany({
    where: { sessionId, triages: { some: { answer: { registration: whoTakesPart } } } },
    orderBy: { position: 'asc' },
    select: { id: true, name: true },
  })
}

/** Who can see to a question: everybody who may log in. */
export function listOwners(): Promise<{ id: string; name: string }[]> {
  return db().organiser.findMany({
    where: mayLogIn,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}

/** Whether this session has a question of which the answers are what people want treated. */
export async function hasAskedQuestion(sessionId: string): Promise<boolean> {
  return (await db().question.count({ where: { sessionId, isAsked: true, retiredAt: null } })) > 0
}

/** The closing that holds for a vragenronde, or null while it is open. */
export function getClosing(sessionId: string) {
  return db().triageClosing.findFirst({
    where: { sessionId, reopenedAt: null },
    select: { id: true, closedAt: true, why: true, openPromises: true },
  })
}

/**
 * How many promises are open that a closed vragenronde did not know of, by the id of the session; of those at hand at the desk,
 * and only where there are any.
 */
export async function countPromisesSinceClosing(): Promise<Map<string, number>> {
  const closings = await db().triageClosing.findMany({
    where: { reopenedAt: null, session: { archivedAt: null, cancelledAt: null } },
    select: { sessionId: true, closedAt: true, openPromises: true },
  })
  const counts = closings.map(async ({ sessionId, ...closing }) => {
    return [sessionId, promisesSince(closing, await listQuestionPlaces(sessionId))] as const
  })
  return new Map((await Promise.all(counts)).filter(([, count]) => count > 0))
}

/** What is treated in the session: each theme with its questions, in order; what has no theme comes last. */
export async function listProgramme(sessionId: string) {
  const [places, themes] = await Promise.all([listQuestionPlaces(sessionId), listThemes(sessionId)])
  const treated = places.filter(({ state }) => programmeStates.includes(state))
  const views = await listQuestionViews(treated.map(({ id }) => id))
  const parts = [...themes, null].map((theme) => ({
    theme,
    questions: views.filter((view) => view.theme?.id === theme?.id),
  }))
  return parts.filter(({ questions }) => questions.length > 0)
}

export type ProgrammePart = Awaited<ReturnType<typeof listProgramme>>[number]
