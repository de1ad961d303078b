import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { nextPosition } from './agenda-questions'
import { auditRound, lockOpenRound } from './locks'
import { normalizeThemeName, programmeStates } from './rules'
import type { RoundRefusal, ThemeRefusal } from './schema'

/** Returns the id of the theme with this name; a new theme comes last. The caller holds the round lock. */
export async function findOrCreateTheme(tx: Transaction, sessionId: string, name: string): Promise<string> {
  const normalizedName = normalizeThemeName(name)
  const where = { sessionId_normalizedName: { sessionId, normalizedName } }
  const existing = await tx.theme.findUnique({ where, select: { id: true } })
  if (existing) return existing.id
  const { _max } = await tx.theme.aggregate({ where: { sessionId }, _max: { position: true } })
  const id = randomUUID()
  await tx.theme.create({ data: { id, sessionId, name, normalizedName, position: (_max.position ?? 0) + 1 } })
  return id
}

/** Deletes the themes without a question. The caller holds the round lock. */
export async function deleteEmptyThemes(tx: Transaction, sessionId: string): Promise<void> {
  await tx.theme.deleteMany({ where: { sessionId, triages: { none: {} } } })
}

type Rename = {
  sessionId: string
  themeId: string
  /** Name that the organiser saw. */
  seen: string
  name: string
}

/**
 * Renames a theme. Refuses with `changed-meanwhile` when its name is not `seen`, and with `name-taken` when another theme
 * of attending askers has the name. A theme of cancelled askers alone is merged into this one.
 */
export async function renameTheme(
  { sessionId, themeId, seen, name }: Rename,
  actor: Actor,
): Promise<Result<null, ThemeRefusal>> {
  return await withOpenRound(sessionId, async (tx) => {
    const theme = await tx.theme.findFirst({ where: { id: themeId, sessionId } })
    if (!theme) return refuse('unknown-theme')
    if (theme.name === name) return ok(null)
    if (theme.name !== seen) return refuse('changed-meanwhile')
    const normalizedName = normalizeThemeName(name)
    const taken = await tx.theme.findFirst({
      where: { sessionId, normalizedName, id: { not: themeId } },
      select: { id: true, triages: { where: { answer: programmeFilter.answer }, take: 1 } },
    })
    if (taken && taken.triages.length > 0) return refuse('name-taken')
    if (taken) await appendToTheme(tx, sessionId, { from: taken.id, into: themeId })
    await tx.theme.update({ where: { id: themeId }, data: { name, normalizedName } })
    await tx.triage.updateMany({ where: { themeId }, data: { version: { increment: 1 } } })
    await auditRound(tx, 'themeRenamed', sessionId, actor)
    return ok(null)
  })
}

/** Appends the questions of a theme to another theme and deletes the first. */
export async function mergeThemes(
  { sessionId, themeId, intoId }: { sessionId: string; themeId: string; intoId: string },
  actor: Actor,
): Promise<Result<null, ThemeRefusal>> {
  return await withOpenRound(sessionId, async (tx) => {
    const count = await tx.theme.count({ where: { id: { in: [themeId, intoId] }, sessionId } })
    if (themeId === intoId || count !== 2) return refuse('unknown-theme')
    await appendToTheme(tx, sessionId, { from: themeId, into: intoId })
    await auditRound(tx, 'themesMerged', sessionId, actor)
    return ok(null)
  })
}

/** Increments the version of each moved question, so that an organiser with an open form notices. */
async function appendToTheme(tx: Transaction, sessionId: string, { from, into }: { from: string; into: string }) {
  const offset = await nextPosition(tx, sessionId, into)
  await tx.triage.updateMany({
    where: { themeId: from },
    data: { themeId: into, position: { increment: offset }, version: { increment: 1 } },
  })
  await deleteEmptyThemes(tx, sessionId)
}

type MoveUp = {
  sessionId: string
  kind: 'theme' | 'question'
  id: string
  /** Id of the item above it that the organiser saw. */
  before: string
}

/** Swaps a theme or question with the item above it. Refuses with `changed-meanwhile` when `before` is not above it. */
export async function moveUp(
  { sessionId, kind, id, before }: MoveUp,
  actor: Actor,
): Promise<Result<null, RoundRefusal | 'changed-meanwhile'>> {
  return await withOpenRound(sessionId, async (tx) => {
    const order =
      kind === 'theme' ? await listThemePositions(tx, sessionId) : await listQuestionPositions(tx, sessionId, id)
    const index = order.findIndex((item) => item.id === id)
    const [above, item] = [order[index - 1], order[index]]
    if (!above || !item || above.id !== before) return refuse('changed-meanwhile')
    for (const [moved, position] of [[above.id, item.position] as const, [item.id, above.position] as const]) {
      if (kind === 'theme') await tx.theme.update({ where: { id: moved }, data: { position } })
      else await tx.triage.update({ where: { answerId: moved }, data: { position } })
    }
    await auditRound(tx, 'programmeReordered', sessionId, actor)
    return ok(null)
  })
}

function listThemePositions(tx: Transaction, sessionId: string): Promise<{ id: string; position: number }[]> {
  return tx.theme.findMany({
    where: { sessionId, triages: { some: programmeFilter } },
    orderBy: { position: 'asc' },
    select: { id: true, position: true },
  })
}

async function listQuestionPositions(tx: Transaction, sessionId: string, answerId: string) {
  const triage = await tx.triage.findUnique({ where: { answerId }, select: { themeId: true } })
  const found = await tx.triage.findMany({
    where: {
      ...programmeFilter,
      themeId: triage?.themeId ?? null,
      answer: { ...programmeFilter.answer, question: { sessionId } },
    },
    orderBy: [{ position: 'asc' }, { answerId: 'asc' }],
    select: { answerId: true, position: true },
  })
  return found.map(({ answerId: id, position }) => ({ id, position }))
}

/** Matches the triage of the programme: chosen or answered questions of attending askers. */
const programmeFilter = {
  state: { in: [...programmeStates] },
  answer: { registration: attending },
}

/** Runs a change in a transaction that holds the lock of an open round. */
function withOpenRound<Reason extends string>(
  sessionId: string,
  change: (tx: Transaction) => Promise<Result<null, Reason>>,
) {
  return db().$transaction(async (tx): Promise<Result<null, Reason | RoundRefusal>> => {
    const refusal = await lockOpenRound(tx, sessionId)
    return refusal ? refuse(refusal) : await change(tx)
  })
}
