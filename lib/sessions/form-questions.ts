import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import type { Transaction } from '@/lib/db/client'
import { ok, type Result, refuse } from '@/lib/platform/result'
import {
  type FormQuestionRefusal,
  type QuestionChange,
  type QuestionInput,
  questionLimits,
} from './form-questions-schema'
import { auditSession, changeSession } from './locks'
import { listAllFormQuestions } from './queries'
import { formFingerprint } from './rules'

type FormQuestionResult = Result<null, FormQuestionRefusal>
type FormQuestion = Awaited<ReturnType<typeof listAllFormQuestions>>[number]

/**
 * Appends a question to the registration form; adding the same id again changes nothing. The first free-text question
 * becomes the agenda question (what to discuss). Refuses with `too-many` at the maximum number of active questions.
 */
export async function addQuestion(
  sessionId: string,
  question: QuestionInput & { id: string },
  actor: Actor,
): Promise<FormQuestionResult> {
  return await changeSession(sessionId, async (tx) => {
    const questions = await listAllFormQuestions(sessionId, tx)
    if (questions.some(({ id }) => id === question.id)) return ok(null)
    if (isFormFull(questions)) return refuse('too-many')
    const position = Math.max(0, ...questions.map((other) => other.position)) + 1
    const isAgendaQuestion = question.kind === 'text' && !questions.some((other) => other.isAgendaQuestion)
    const data = [{ ...question, sessionId, position, isAgendaQuestion }]
    await tx.question.createMany({ data, skipDuplicates: true })
    await auditSession(tx, 'formQuestionAdded', sessionId, actor)
    return ok(null)
  })
}

/**
 * Saves a question; existing answers keep their text. Refuses with `changed-meanwhile` when it changed since `version`.
 * Refuses another kind with `kind-is-fixed` once it has answers, and with `is-agenda-question` when it is the agenda
 * question of a published session.
 */
export async function saveQuestion(
  { sessionId, id, input, version }: { sessionId: string; id: string; input: QuestionInput; version: number },
  actor: Actor,
): Promise<FormQuestionResult> {
  return await changeSession(sessionId, async (tx, { publishedAt }) => {
    const question = (await listAllFormQuestions(sessionId, tx)).find((other) => other.id === id)
    if (!question) return refuse('unknown-question')
    const unchanged = { id, ...input, options: { equals: input.options } }
    if (await tx.question.findFirst({ where: unchanged, select: { id: true } })) return ok(null)
    if (question.version !== version) return refuse('changed-meanwhile')
    if (question.kind !== input.kind && question.answers > 0) return refuse('kind-is-fixed')
    const isAgendaQuestion = question.isAgendaQuestion && input.kind === 'text'
    if (question.isAgendaQuestion && !isAgendaQuestion && publishedAt) return refuse('is-agenda-question')
    await tx.question.update({ where: { id }, data: { ...input, isAgendaQuestion, version: { increment: 1 } } })
    await auditSession(tx, 'formQuestionReworded', sessionId, actor)
    return ok(null)
  })
}

/**
 * Moves, retires, restores or deletes a question, or chooses it as agenda question (what to discuss at the session).
 * Refuses with `changed-meanwhile` when `seen` is not the current `formFingerprint`, with `has-answers` to delete an
 * answered question, with `is-agenda-question` to remove the agenda question, and with `triage-started` to replace it once
 * organisers started on its answers.
 */
export async function changeQuestion(
  { sessionId, id, change, seen }: { sessionId: string; id: string; change: QuestionChange; seen: string },
  actor: Actor,
): Promise<FormQuestionResult> {
  return await changeSession(sessionId, async (tx) => {
    const questions = await listAllFormQuestions(sessionId, tx)
    const question = questions.find((other) => other.id === id)
    if (!question) return refuse('unknown-question')
    if (formFingerprint(questions) !== seen) return refuse('changed-meanwhile')
    if (change === 'delete' && question.answers > 0) return refuse('has-answers')
    if ((change === 'retire' || change === 'delete') && question.isAgendaQuestion) return refuse('is-agenda-question')
    if (change === 'restore' && isFormFull(questions)) return refuse('too-many')
    if (change === 'choose' && question.isAgendaQuestion) return ok(null)
    if (change === 'choose' && question.kind !== 'text') return refuse('not-free-text')
    if (change === 'choose' && (await hasTriageStarted(tx, sessionId))) return refuse('triage-started')

    if (change === 'delete') await tx.question.delete({ where: { id } })
    else if (change === 'retire') await tx.question.update({ where: { id }, data: { retiredAt: actor.now } })
    else if (change === 'restore') await tx.question.update({ where: { id }, data: { retiredAt: null } })
    else if (change === 'choose') await setAgendaQuestion(tx, sessionId, id)
    else if (!(await swapWithNeighbour(tx, questions, { id, change }))) return ok(null)
    await auditSession(tx, auditActions[change], sessionId, actor)
    return ok(null)
  })
}

const auditActions: Record<QuestionChange, AuditAction> = {
  up: 'formQuestionMoved',
  down: 'formQuestionMoved',
  choose: 'agendaQuestionChosen',
  retire: 'formQuestionRetired',
  restore: 'formQuestionRestored',
  delete: 'formQuestionDeleted',
}

/** Returns whether organisers started on the answers to the agenda question. Another question would hide their work. */
async function hasTriageStarted(tx: Transaction, sessionId: string): Promise<boolean> {
  const withTriage = { OR: [{ triage: { isNot: null } }, { requests: { some: {} } }] }
  const answers = await tx.answer.count({ where: { question: { sessionId, isAgendaQuestion: true }, ...withTriage } })
  return answers > 0 || (await tx.triageRound.count({ where: { sessionId, reopenedAt: null } })) > 0
}

async function setAgendaQuestion(tx: Transaction, sessionId: string, id: string) {
  // The unique index is checked row by row: first clear, then set.
  await tx.question.updateMany({ where: { sessionId, isAgendaQuestion: true }, data: { isAgendaQuestion: false } })
  await tx.question.update({ where: { id }, data: { isAgendaQuestion: true } })
}

/** Swaps a question with the active question above (`up`) or below (`down`). Returns `false` when there is none. */
async function swapWithNeighbour(
  tx: Transaction,
  questions: FormQuestion[],
  { id, change }: { id: string; change: 'up' | 'down' },
): Promise<boolean> {
  const activeQuestions = questions.filter(({ retiredAt }) => retiredAt === null)
  const index = activeQuestions.findIndex((question) => question.id === id)
  const current = activeQuestions[index]
  const neighbour = activeQuestions[change === 'up' ? index - 1 : index + 1]
  if (!current || !neighbour) return false
  const move = (question: FormQuestion, position: number) =>
    tx.question.update({ where: { id: question.id }, data: { position } })
  // The unique index is checked row by row: a negative position keeps the two apart.
  await move(current, -current.position)
  await move(neighbour, current.position)
  await move(current, neighbour.position)
  return true
}

const isFormFull = (questions: FormQuestion[]) =>
  questions.filter(({ retiredAt }) => retiredAt === null).length >= questionLimits.activeQuestions

/** Copies the active questions of a session to another session without questions. */
export async function copyFormQuestions(tx: Transaction, { from, to }: { from: string; to: string }): Promise<void> {
  const questions = (await listAllFormQuestions(from, tx)).filter(({ retiredAt }) => retiredAt === null)
  // A retired agenda question is not copied: the first free-text question replaces it.
  const agendaQuestion =
    questions.find(({ isAgendaQuestion }) => isAgendaQuestion) ?? questions.find(({ kind }) => kind === 'text')
  await tx.question.createMany({
    data: questions.map(({ label, hint, required, kind, options, id }, index) => ({
      ...{ label, hint, required, kind, options },
      isAgendaQuestion: id === agendaQuestion?.id,
      id: randomUUID(),
      sessionId: to,
      position: index + 1,
    })),
  })
}
