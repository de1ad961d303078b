import type { By } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { auditSession, holdSession } from './held'
import { orderOf } from './rules'
import { type QuestionChange, type QuestionInput, type QuestionRefusal, questionLimits } from './schema-questions'

type Outcome = Result<null, QuestionRefusal>
const done: Outcome = { ok: true, value: null }
const refused = (reason: QuestionRefusal): Outcome => ({ ok: false, reason })

/**
 * Puts a question at the end of a form. The same question sent twice is one. The first that is answered in own words is the
 * one that the vragenronde is about, until an organiser chooses another. Refused when the form is full.
 */
export async function addQuestion(sessionId: string, question: QuestionInput & { id: string }, by: By) {
  return await changeForm(sessionId, async (tx, questions) => {
    if (questions.some(({ id }) => id === question.id)) return done
    if (isFull(questions)) return refused('too-many')
    const position = Math.max(0, ...questions.map((other) => other.position)) + 1
    const isAsked = question.kind === 'text' && !questions.some((other) => other.isAsked)
    await tx.question.createMany({ data: [{ ...question, sessionId, position, isAsked }], skipDuplicates: true })
    await auditSession(tx, 'session.question-added', { sessionId, ...by })
    return done
  })
}

type Save = {
  sessionId: string
  id: string
  input: QuestionInput
  /** As getFormQuestion gave it. */
  version: number
}

/**
 * Words a question anew; answers keep what they say. Refused when somebody else did so since `version`, and when its kind
 * would change under answers that were given, or under the promise on a page that its answers are treated.
 */
export async function saveQuestion({ sessionId, id, input, version }: Save, by: By): Promise<Outcome> {
  return await changeForm(sessionId, async (tx, questions, { publishedAt }) => {
    const question = questions.find((one) => one.id === id)
    if (!question) return refused('unknown-question')
    if (await tx.question.findFirst({ where: { id, ...input }, select: { id: true } })) return done
    if (question.version !== version) return refused('changed-meanwhile')
    if (question.kind !== input.kind && question._count.answers > 0) return refused('kind-is-fixed')
    const isAsked = question.isAsked && input.kind === 'text'
    if (question.isAsked && !isAsked && publishedAt) return refused('is-treated')
    await tx.question.update({ where: { id }, data: { ...input, isAsked, version: { increment: 1 } } })
    await auditSession(tx, 'session.question-reworded', { sessionId, ...by })
    return done
  })
}

type Rearrange = {
  sessionId: string
  id: string
  change: QuestionChange
  /** The form as the organiser saw it, from `orderOf`. */
  seen: string
}

/**
 * Moves a question up or down, makes it the one that the vragenronde is about, stops asking it, asks it again or deletes it.
 * Refused when the form is not as it was seen, when it is full, when a question with answers would be deleted, and when
 * organisers have begun to decide about the answers to another. The one that the vragenronde is about stays on the form.
 */
export async function changeQuestion({ sessionId, id, change, seen }: Rearrange, by: By): Promise<Outcome> {
  return await changeForm(sessionId, async (tx, questions) => {
    const question = questions.find((one) => one.id === id)
    if (!question) return refused('unknown-question')
    if (orderOf(questions) !== seen) return refused('changed-meanwhile')
    if (change === 'delete' && question._count.answers > 0) return refused('has-answers')
    if ((change === 'retire' || change === 'delete') && question.isAsked) return refused('is-treated')
    if (change === 'ask' && isFull(questions)) return refused('too-many')
    if (change === 'treat' && question.isAsked) return done
    if (change === 'treat' && question.kind !== 'text') return refused('not-open')
    if (change === 'treat' && (await roundHasBegun(tx, sessionId))) return refused('round-begun')

    if (change === 'delete') await tx.question.delete({ where: { id } })
    else if (change === 'retire') await tx.question.update({ where: { id }, data: { retiredAt: by.now } })
    else if (change === 'ask') await tx.question.update({ where: { id }, data: { retiredAt: null } })
    else if (change === 'treat') await treat(tx, sessionId, id)
    else if (!(await trade(tx, questions, { id, change }))) return done
    await auditSession(tx, pastOf[change], { sessionId, ...by })
    return done
  })
}

const pastOf: Record<QuestionChange, string> = {
  up: 'session.question-moved',
  down: 'session.question-moved',
  treat: 'session.question-to-treat-chosen',
  retire: 'session.question-retired',
  ask: 'session.question-asked-again',
  delete: 'session.question-deleted',
}

/** What organisers decided hangs on the answers to the question that was chosen: with another one it would be out of sight. */
async function roundHasBegun(tx: Transaction, sessionId: string): Promise<boolean> {
  const touched = { OR: [{ triage: { isNot: null } }, { requests: { some: {} } }] }
  const answers = await tx.answer.count({ where: { question: { sessionId, isAsked: true }, ...touched } })
  return answers > 0 || (await tx.triageClosing.count({ where: { sessionId, reopenedAt: null } })) > 0
}

async function treat(tx: Transaction, sessionId: string, id: string) {
  // At most one of a session, not even for a moment: the index is checked row by row.
  await tx.question.updateMany({ where: { sessionId, isAsked: true }, data: { isAsked: false } })
  await tx.question.update({ where: { id }, data: { isAsked: true } })
}

/** Trades places with the nearest question that is asked. False when there is none on that side. */
async function trade(tx: Transaction, questions: Row[], { id, change }: { id: string; change: 'up' | 'down' }) {
  const asked = questions.filter((question) => question.retiredAt === null)
  const place = asked.findIndex((question) => question.id === id)
  const mine = asked[place]
  const other = asked[change === 'up' ? place - 1 : place + 1]
  if (!mine || !other) return false
  // No two may stand in one place, not even for a moment: the index is checked row by row.
  await tx.question.update({ where: { id: mine.id }, data: { position: -mine.position } })
  await tx.question.update({ where: { id: other.id }, data: { position: mine.position } })
  await tx.question.update({ where: { id: mine.id }, data: { position: other.position } })
  return true
}

const isFull = (questions: Row[]) =>
  questions.filter(({ retiredAt }) => retiredAt === null).length >= questionLimits.asked

type Row = Awaited<ReturnType<typeof readQuestions>>[number]

const readQuestions = (tx: Transaction, sessionId: string) =>
  tx.question.findMany({
    where: { sessionId },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      position: true,
      kind: true,
      isAsked: true,
      retiredAt: true,
      version: true,
      _count: { select: { answers: true } },
    },
  })

/** With the session held nobody else changes the form, and whoever is signing up has done so or waits. */
async function changeForm(
  sessionId: string,
  change: (tx: Transaction, questions: Row[], session: { publishedAt: Date | null }) => Promise<Outcome>,
): Promise<Outcome> {
  return await db().$transaction(async (tx) => {
    const session = await holdSession(tx, sessionId)
    if (!session) return refused('unknown-session')
    return await change(tx, await readQuestions(tx, sessionId), session)
  })
}
