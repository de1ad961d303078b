import type { Actor } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import { db, type Transaction } from '@/lib/db/client'
import type { Result } from '@/lib/platform/result'
import {
  type FormQuestionRefusal,
  type QuestionChange,
  type QuestionInput,
  questionLimits,
} from './form-questions-schema'
import { auditSession, lockSession } from './locks'
import { formFingerprint } from './rules'

type FormQuestionResult = Result<null, FormQuestionRefusal>
const done: FormQuestionResult = { ok: true, value: null }
const refuse = (reason: FormQuestionRefusal): FormQuestionResult => ({ ok: false, reason })

/**
 * Puts a question at the end of a form. The same question sent twice is one. The first that is answered in own words is the
 * one that the vragenronde is about, until an organiser chooses another. Refused when the form is full.
 */
export async function addQuestion(sessionId: string, question: QuestionInput & { id: string }, actor: Actor) {
  return await withLockedForm(sessionId, async (tx, questions) => {
    if (questions.some(({ id }) => id === question.id)) return done
    if (isFormFull(questions)) return refuse('too-many')
    const position = Math.max(0, ...questions.map((other) => other.position)) + 1
    const isAgendaQuestion = question.kind === 'text' && !questions.some((other) => other.isAgendaQuestion)
    await tx.question.createMany({
      data: [{ ...question, sessionId, position, isAgendaQuestion: isAgendaQuestion }],
      skipDuplicates: true,
    })
    await auditSession(tx, 'formQuestionAdded', { sessionId, ...actor })
    return done
  })
}

type QuestionUpdate = {
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
export async function saveQuestion(
  { sessionId, id, input, version }: QuestionUpdate,
  actor: Actor,
): Promise<FormQuestionResult> {
  return await withLockedForm(sessionId, async (tx, questions, { publishedAt }) => {
    const question = questions.find((one) => one.id === id)
    if (!question) return refuse('unknown-question')
    const unchanged = { id, ...input, options: { equals: input.options } }
    if (await tx.question.findFirst({ where: unchanged, select: { id: true } })) return done
    if (question.version !== version) return refuse('changed-meanwhile')
    if (question.kind !== input.kind && question._count.answers > 0) return refuse('kind-is-fixed')
    const isAgendaQuestion = question.isAgendaQuestion && input.kind === 'text'
    if (question.isAgendaQuestion && !isAgendaQuestion && publishedAt) return refuse('is-agenda-question')
    await tx.question.update({
      where: { id },
      data: { ...input, isAgendaQuestion: isAgendaQuestion, version: { increment: 1 } },
    })
    await auditSession(tx, 'formQuestionReworded', { sessionId, ...actor })
    return done
  })
}

type QuestionRearrangement = {
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
export async function changeQuestion(
  { sessionId, id, change, seen }: QuestionRearrangement,
  actor: Actor,
): Promise<FormQuestionResult> {
  return await withLockedForm(sessionId, async (tx, questions) => {
    const question = questions.find((one) => one.id === id)
    if (!question) return refuse('unknown-question')
    if (formFingerprint(questions) !== seen) return refuse('changed-meanwhile')
    if (change === 'delete' && question._count.answers > 0) return refuse('has-answers')
    if ((change === 'retire' || change === 'delete') && question.isAgendaQuestion) return refuse('is-agenda-question')
    if (change === 'ask' && isFormFull(questions)) return refuse('too-many')
    if (change === 'treat' && question.isAgendaQuestion) return done
    if (change === 'treat' && question.kind !== 'text') return refuse('not-free-text')
    if (change === 'treat' && (await hasTriageStarted(tx, sessionId))) return refuse('triage-started')

    if (change === 'delete') await tx.question.delete({ where: { id } })
    else if (change === 'retire') await tx.question.update({ where: { id }, data: { retiredAt: actor.now } })
    else if (change === 'ask') await tx.question.update({ where: { id }, data: { retiredAt: null } })
    else if (change === 'treat') await setAgendaQuestion(tx, sessionId, id)
    else if (!(await swapWithNeighbour(tx, questions, { id, change }))) return done
    await auditSession(tx, auditActions[change], { sessionId, ...actor })
    return done
  })
}

const auditActions: Record<QuestionChange, AuditAction> = {
  up: 'formQuestionMoved',
  down: 'formQuestionMoved',
  treat: 'agendaQuestionChosen',
  retire: 'formQuestionRetired',
  ask: 'formQuestionRestored',
  delete: 'formQuestionDeleted',
}

/** What organisers decided hangs on the answers to the question that was chosen: with another one it would be out of sight. */
async function hasTriageStarted(tx: Transaction, sessionId: string): Promise<boolean> {
  const withTriage = { OR: [{ triage: { isNot: null } }, { requests: { some: {} } }] }
  const answers = await tx.answer.count({ where: { question: { sessionId, isAgendaQuestion: true }, ...withTriage } })
  return answers > 0 || (await tx.triageRound.count({ where: { sessionId, reopenedAt: null } })) > 0
}

async function setAgendaQuestion(tx: Transaction, sessionId: string, id: string) {
  // At most one of a session, not even for a moment: the index is checked row by row.
  await tx.question.updateMany({ where: { sessionId, isAgendaQuestion: true }, data: { isAgendaQuestion: false } })
  await tx.question.update({ where: { id }, data: { isAgendaQuestion: true } })
}

/** Trades places with the nearest question that is asked. False when there is none on that side. */
async function swapWithNeighbour(
  tx: Transaction,
  questions: QuestionRow[],
  { id, change }: { id: string; change: 'up' | 'down' },
) {
  const activeQuestions = questions.filter((question) => question.retiredAt === null)
  const index = activeQuestions.findIndex((question) => question.id === id)
  const current = activeQuestions[index]
  const neighbour = activeQuestions[change === 'up' ? index - 1 : index + 1]
  if (!current || !neighbour) return false
  // No two may stand in one place, not even for a moment: the index is checked row by row.
  await tx.question.update({ where: { id: current.id }, data: { position: -current.position } })
  await tx.question.update({ where: { id: neighbour.id }, data: { position: current.position } })
  await tx.question.update({ where: { id: current.id }, data: { position: neighbour.position } })
  return true
}

const isFormFull = (questions: QuestionRow[]) =>
  questions.filter(({ retiredAt }) => retiredAt === null).length >= questionLimits.activeQuestions

type QuestionRow = Awaited<ReturnType<typeof readQuestions>>[number]

const readQuestions = (tx: Transaction, sessionId: string) =>
  tx.question.findMany({
    where: { sessionId },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      position: true,
      kind: true,
      isAgendaQuestion: true,
      retiredAt: true,
      version: true,
      _count: { select: { answers: true } },
    },
  })

/** With the session held nobody else changes the form, and whoever is signing up has done so or waits. */
async function withLockedForm(
  sessionId: string,
  change: (
    tx: Transaction,
    questions: QuestionRow[],
    session: { publishedAt: Date | null },
  ) => Promise<FormQuestionResult>,
): Promise<FormQuestionResult> {
  return await db().$transaction(async (tx) => {
    const session = await lockSession(tx, sessionId)
    if (!session) return refuse('unknown-session')
    return await change(tx, await readQuestions(tx, sessionId), session)
  })
}
