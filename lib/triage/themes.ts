import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import type { Transaction } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditRound, changeOpenRound } from './locks'
import { listQuestionEntries } from './queries'
import { normalizeThemeName, programmeStates } from './rules'
import { nextPosition } from './save-triage'
import type { RoundRefusal, ThemeRefusal } from './schema'

/** Returns the id of the theme with this name. Creates it as the last if needed. The caller must lock the triage round. */
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

/** Deletes the themes of a session that have no question. The caller must hold the lock of `changeRound`. */
export async function deleteEmptyThemes(tx: Transaction, sessionId: string): Promise<void> {
  await tx.theme.deleteMany({ where: { sessionId, triages: { none: {} } } })
}

/**
 * Renames a theme. Refuses with `changed-meanwhile` when its name is not `currentName`, and with `name-taken` when another
 * theme has the new name and a question of a participant with a seat. If another theme has the new name but no such
 * question, its questions move to the renamed theme.
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

/** Moves the questions of theme `themeId` to the end of theme `intoId`, and deletes theme `themeId`. */
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

/** Moves the questions of theme `from` to the end of theme `into`, and deletes `from`. Open forms become outdated. */
async function appendToTheme(tx: Transaction, sessionId: string, { from, into }: { from: string; into: string }) {
  const offset = await nextPosition(tx, sessionId, into)
  await tx.triage.updateMany({
    where: { themeId: from },
    data: { themeId: into, position: { increment: offset }, version: { increment: 1 } },
  })
  await deleteEmptyThemes(tx, sessionId)
}

/**
 * Swaps a theme or question of the programme with the one above it. Refuses with `changed-meanwhile` when the one above is
 * no longer `aboveId`, which the organiser saw there.
 */
export async function moveUp(
  { sessionId, kind, id, aboveId }: { sessionId: string; kind: 'theme' | 'question'; id: string; aboveId: string },
  actor: Actor,
): Promise<Result<null, RoundRefusal | 'changed-meanwhile'>> {
  return await changeOpenRound(sessionId, async (tx) => {
    const programme = (await listQuestionEntries(sessionId, tx)).filter(({ state }) => programmeStates.includes(state))
    const ownTheme = programme.find((question) => question.id === id)?.themeId
    const siblings = programme.filter(({ themeId }) => themeId === ownTheme)
    const order = kind === 'theme' ? programme.map(({ themeId }) => themeId) : siblings.map((question) => question.id)
    const index = order.indexOf(id)
    if (index < 1 || order[index - 1] !== aboveId) return refuse('changed-meanwhile')
    await (kind === 'theme' ? swapThemes : swapQuestions)(tx, id, aboveId)
    await auditRound(tx, 'programmeReordered', sessionId, actor)
    return ok(null)
  })
}

// Each is one statement, so that both rows read the old position of the other row.
const swapThemes = (tx: Transaction, id: string, aboveId: string) => tx.$executeRaw`
  UPDATE "Theme" moved SET "position" = other."position" FROM "Theme" other
  WHERE (moved."id", other."id") IN ((${id}::uuid, ${aboveId}::uuid), (${aboveId}::uuid, ${id}::uuid))`

const swapQuestions = (tx: Transaction, id: string, aboveId: string) => tx.$executeRaw`
  UPDATE "Triage" moved SET "position" = other."position" FROM "Triage" other
  WHERE (moved."answerId", other."answerId") IN ((${id}::uuid, ${aboveId}::uuid), (${aboveId}::uuid, ${id}::uuid))`
