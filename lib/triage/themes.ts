import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import type { Result } from '@/lib/platform/result'
import { auditRound, lockOpenRound, nextPosition } from './locks'
import { normalizeThemeName, programmeStates } from './rules'
import type { RoundRefusal, ThemeRefusal } from './schema'

/** The id of the theme of this name, made when there is none; a new one comes last. The caller holds the round. */
export async function findOrCreateTheme(tx: Transaction, sessionId: string, name: string): Promise<string> {
  const where = { sessionId_normalizedName: { sessionId, normalizedName: normalizeThemeName(name) } }
  const existing = await tx.theme.findUnique({ where, select: { id: true } })
  if (existing) return existing.id
  const { _max } = await tx.theme.aggregate({ where: { sessionId }, _max: { position: true } })
  const id = randomUUID()
  const position = (_max.position ?? 0) + 1
  await tx.theme.create({ data: { id, sessionId, name, normalizedName: normalizeThemeName(name), position } })
  return id
}

/** A theme without a question is none. The caller holds the round. */
export async function deleteEmptyThemes(tx: Transaction, sessionId: string): Promise<void> {
  await tx.theme.deleteMany({ where: { sessionId, triages: { none: {} } } })
}

type Rename = {
  sessionId: string
  themeId: string /** The name as the organiser saw it. */
  seen: string
  name: string
}

/**
 * Gives a theme another name. Refused when it had another one meanwhile, or when another theme has it that can be seen; one
 * of which nobody takes part any more goes up into it.
 */
export async function renameTheme(
  { sessionId, themeId, seen, name }: Rename,
  actor: Actor,
): Promise<Result<null, ThemeRefusal>> {
  return await withOpenRound(sessionId, async (tx) => {
    const theme = await tx.theme.findFirst({ where: { id: themeId, sessionId } })
    if (!theme) return { ok: false, reason: 'unknown-theme' }
    if (theme.name === name) return { ok: true, value: null }
    if (theme.name !== seen) return { ok: false, reason: 'changed-meanwhile' }
    const normalizedName = normalizeThemeName(name)
    const taken = await tx.theme.findFirst({
      where: { sessionId, normalizedName, id: { not: themeId } },
      select: { id: true, triages: { where: { answer: programmeFilter.answer }, take: 1 } },
    })
    if (taken && taken.triages.length > 0) return { ok: false, reason: 'name-taken' }
    if (taken) await appendToTheme(tx, sessionId, { from: taken.id, into: themeId })
    await tx.theme.update({ where: { id: themeId }, data: { name, normalizedName } })
    await tx.triage.updateMany({ where: { themeId }, data: { version: { increment: 1 } } })
    await auditRound(tx, 'themeRenamed', sessionId, actor)
    return { ok: true, value: null }
  })
}

/** Puts the questions of a theme behind those of another one, and ends it. Who has one of them open is told. */
export async function mergeThemes(
  { sessionId, themeId, intoId }: { sessionId: string; themeId: string; intoId: string },
  actor: Actor,
): Promise<Result<null, ThemeRefusal>> {
  return await withOpenRound(sessionId, async (tx) => {
    const count = await tx.theme.count({ where: { id: { in: [themeId, intoId] }, sessionId } })
    if (themeId === intoId || count !== 2) return { ok: false, reason: 'unknown-theme' }
    await appendToTheme(tx, sessionId, { from: themeId, into: intoId })
    await auditRound(tx, 'themesMerged', sessionId, actor)
    return { ok: true, value: null }
  })
}

async function appendToTheme(tx: Transaction, sessionId: string, { from, into }: { from: string; into: string }) {
  const offset = await nextPosition(tx, sessionId, into)
  await tx.triage.updateMany({
    where: { themeId: from },
    data: { themeId: into, position: { increment: offset }, version: { increment: 1 } },
  })
  await deleteEmptyThemes(tx, sessionId)
}

type MoveUp = { sessionId: string; kind: 'theme' | 'question' /** Goes before `before`. */; id: string; before: string }

/**
 * Puts a theme or question before the one that stood right above it. Refused when another stands there now: pressed
 * twice it moves once.
 */
export async function moveUp(
  { sessionId, kind, id, before }: MoveUp,
  actor: Actor,
): Promise<Result<null, RoundRefusal | 'changed-meanwhile'>> {
  return await withOpenRound(sessionId, async (tx) => {
    const order =
      kind === 'theme' ? await listThemePositions(tx, sessionId) : await listQuestionPositions(tx, sessionId, id)
    const index = order.findIndex((each) => each.id === id)
    const [above, here] = [order[index - 1], order[index]]
    if (!above || !here || above.id !== before) return { ok: false, reason: 'changed-meanwhile' }
    for (const [moved, position] of [[above.id, here.position] as const, [here.id, above.position] as const]) {
      if (kind === 'theme') await tx.theme.update({ where: { id: moved }, data: { position } })
      else await tx.triage.update({ where: { answerId: moved }, data: { position } })
    }
    await auditRound(tx, 'programmeReordered', sessionId, actor)
    return { ok: true, value: null }
  })
}

function listThemePositions(tx: Transaction, sessionId: string): Promise<{ id: string; position: number }[]> {
  const inProgramme = { triages: { some: programmeFilter } }
  return tx.theme.findMany({
    where: { sessionId, ...inProgramme },
    orderBy: { position: 'asc' },
    select: { id: true, position: true },
  })
}

async function listQuestionPositions(tx: Transaction, sessionId: string, answerId: string) {
  const here = await tx.triage.findUnique({ where: { answerId }, select: { themeId: true } })
  const found = await tx.triage.findMany({
    where: {
      ...programmeFilter,
      themeId: here?.themeId ?? null,
      answer: { ...programmeFilter.answer, question: { sessionId } },
    },
    orderBy: [{ position: 'asc' }, { answerId: 'asc' }],
    select: { answerId: true, position: true },
  })
  return found.map(({ answerId: id, position }) => ({ id, position }))
}

/** What stands in the programme: chosen or answered, by somebody who still comes. */
const programmeFilter = {
  state: { in: [...programmeStates] },
  answer: { registration: attending },
}

type Work<Reason extends string> = (tx: Transaction) => Promise<Result<null, Reason>>

function withOpenRound<Reason extends string>(sessionId: string, work: Work<Reason>) {
  return db().$transaction(async (tx): Promise<Result<null, Reason | RoundRefusal>> => {
    const refusal = await lockOpenRound(tx, sessionId)
    return refusal ? { ok: false, reason: refusal } : await work(tx)
  })
}
