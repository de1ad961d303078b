import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import type { Transaction } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { nextPosition } from './agenda-questions'
import { auditRound, changeOpenRound } from './locks'
import { normalizeThemeName, programmeStates } from './rules'
import type { RoundRefusal, ThemeRefusal } from './schema'

/** Returns the id of the theme with this name; a new theme comes last. Requires the round lock. */
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

/** Deletes the themes without a question. Requires the round lock. */
export async function deleteEmptyThemes(tx: Transaction, sessionId: string): Promise<void> {
  await tx.theme.deleteMany({ where: { sessionId, triages: { none: {} } } })
}

/**
 * Renames a theme. Refuses with `changed-meanwhile` when its name is not `currentName`, and with `name-taken` when another
 * theme of attending askers has the new name. Merges another theme with that name when all its askers cancelled.
 */
export async function renameTheme(
  { sessionId, themeId, ...names }: { sessionId: string; themeId: string; currentName: string; name: string },
  actor: Actor,
): Promise<Result<null, ThemeRefusal>> {
  const { currentName, name } = names
  return await changeOpenRound(sessionId, async (tx) => {
    const theme = await tx.theme.findFirst({ where: { id: themeId, sessionId } })
    if (!theme) return refuse('unknown-theme')
    if (theme.name === name) return ok(null)
    if (theme.name !== currentName) return refuse('changed-meanwhile')
    const normalizedName = normalizeThemeName(name)
    const namesake = await tx.theme.findFirst({
      where: { sessionId, normalizedName, id: { not: themeId } },
      select: { id: true, triages: { where: { answer: { registration: attending } }, take: 1 } },
    })
    if (namesake && namesake.triages.length > 0) return refuse('name-taken')
    if (namesake) await appendToTheme(tx, sessionId, { from: namesake.id, into: themeId })
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
  return await changeOpenRound(sessionId, async (tx) => {
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

/**
 * Swaps a theme or question with the item above it. `aboveId` is that item as the organiser saw it: refuses with
 * `changed-meanwhile` when another item is above.
 */
export async function moveUp(
  { sessionId, kind, id, aboveId }: { sessionId: string; kind: 'theme' | 'question'; id: string; aboveId: string },
  actor: Actor,
): Promise<Result<null, RoundRefusal | 'changed-meanwhile'>> {
  return await changeOpenRound(sessionId, async (tx) => {
    const order = await (kind === 'theme' ? listThemePositions : listQuestionPositions)(tx, sessionId, id)
    const index = order.findIndex((item) => item.id === id)
    const [above, item] = [order[index - 1], order[index]]
    if (!above || !item || above.id !== aboveId) return refuse('changed-meanwhile')
    for (const [movedId, { position }] of [[above.id, item] as const, [item.id, above] as const]) {
      if (kind === 'theme') await tx.theme.update({ where: { id: movedId }, data: { position } })
      else await tx.triage.update({ where: { answerId: movedId }, data: { position } })
    }
    await auditRound(tx, 'programmeReordered', sessionId, actor)
    return ok(null)
  })
}

/** Matches the triage of the programme: chosen or answered questions of attending askers. */
const programmeWhere = (sessionId: string) => ({
  state: { in: [...programmeStates] },
  answer: { registration: attending, question: { sessionId } },
})

const listThemePositions = (tx: Transaction, sessionId: string) =>
  tx.theme.findMany({
    where: { sessionId, triages: { some: programmeWhere(sessionId) } },
    orderBy: { position: 'asc' },
    select: { id: true, position: true },
  })

/** Returns the positions of the questions with the same theme as this one. */
async function listQuestionPositions(tx: Transaction, sessionId: string, answerId: string) {
  const triage = await tx.triage.findUnique({ where: { answerId }, select: { themeId: true } })
  const found = await tx.triage.findMany({
    where: { ...programmeWhere(sessionId), themeId: triage?.themeId ?? null },
    orderBy: [{ position: 'asc' }, { answerId: 'asc' }],
  })
  return found.map(({ answerId: id, position }) => ({ id, position }))
}
