import { randomUUID } from 'node:crypto'
import type { By } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { whoTakesPart } from '@/lib/platform/who-takes-part'
import { auditRound, holdOpenRound, lastPosition } from './held'
import { programmeStates, themeKey } from './rules'
import type { RoundRefusal, ThemeRefusal } from './schema'

/** The id of the theme of this name, made when there is none; a new one comes last. The caller holds the round. */
export async function themeNamed(tx: Transaction, sessionId: string, name: string): Promise<string> {
  const where = { sessionId_nameKey: { sessionId, nameKey: themeKey(name) } }
  const standing = await tx.theme.findUnique({ where, select: { id: true } })
  if (standing) return standing.id
  const { _max } = await tx.theme.aggregate({ where: { sessionId }, _max: { position: true } })
  const id = randomUUID()
  const position = (_max.position ?? 0) + 1
  await tx.theme.create({ data: { id, sessionId, name, nameKey: themeKey(name), position } })
  return id
}

/** A theme without a question is none. The caller holds the round. */
export async function dropEmptyThemes(tx: Transaction, sessionId: string): Promise<void> {
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
  by: By,
): Promise<Result<null, ThemeRefusal>> {
  return await inOpenRound(sessionId, async (tx) => {
    const theme = await tx.theme.findFirst({ where: { id: themeId, sessionId } })
    if (!theme) return { ok: false, reason: 'unknown-theme' }
    if (theme.name === name) return { ok: true, value: null }
    if (theme.name !== seen) return { ok: false, reason: 'changed-meanwhile' }
    const nameKey = themeKey(name)
    const taken = await tx.theme.findFirst({
      where: { sessionId, nameKey, id: { not: themeId } },
      select: { id: true, triages: { where: { answer: programmed.answer }, take: 1 } },
    })
    if (taken && taken.triages.length > 0) return { ok: false, reason: 'name-taken' }
    if (taken) await putBehind(tx, sessionId, { from: taken.id, into: themeId })
    await tx.theme.update({ where: { id: themeId }, data: { name, nameKey } })
    await tx.triage.updateMany({ where: { themeId }, data: { version: { increment: 1 } } })
    await auditRound(tx, 'theme.renamed', sessionId, by)
    return { ok: true, value: null }
  })
}

/** Puts the questions of a theme behind those of another one, and ends it. Who has one of them open is told. */
export async function mergeThemes(
  { sessionId, themeId, intoId }: { sessionId: string; themeId: string; intoId: string },
  by: By,
): Promise<Result<null, ThemeRefusal>> {
  return await inOpenRound(sessionId, async (tx) => {
    const both = await tx.theme.count({ where: { id: { in: [themeId, intoId] }, sessionId } })
    if (themeId === intoId || both !== 2) return { ok: false, reason: 'unknown-theme' }
    await putBehind(tx, sessionId, { from: themeId, into: intoId })
    await auditRound(tx, 'theme.merged', sessionId, by)
    return { ok: true, value: null }
  })
}

async function putBehind(tx: Transaction, sessionId: string, { from, into }: { from: string; into: string }) {
  const behind = await lastPosition(tx, sessionId, into)
  await tx.triage.updateMany({
    where: { themeId: from },
    data: { themeId: into, position: { increment: behind }, version: { increment: 1 } },
  })
  await dropEmptyThemes(tx, sessionId)
}

type Swap = { sessionId: string; kind: 'theme' | 'question' /** Goes before `before`. */; id: string; before: string }

/**
 * Puts a theme or question before the one that stood right above it. Refused when another stands there now: pressed
 * twice it moves once.
 */
export async function moveUp(
  { sessionId, kind, id, before }: Swap,
  by: By,
): Promise<Result<null, RoundRefusal | 'changed-meanwhile'>> {
  return await inOpenRound(sessionId, async (tx) => {
    const order = kind === 'theme' ? await themeOrder(tx, sessionId) : await questionOrder(tx, sessionId, id)
    const place = order.findIndex((each) => each.id === id)
    const [above, here] = [order[place - 1], order[place]]
    if (!above || !here || above.id !== before) return { ok: false, reason: 'changed-meanwhile' }
    for (const [moved, position] of [[above.id, here.position] as const, [here.id, above.position] as const]) {
      if (kind === 'theme') await tx.theme.update({ where: { id: moved }, data: { position } })
      else await tx.triage.update({ where: { answerId: moved }, data: { position } })
    }
    await auditRound(tx, 'programme.ordered', sessionId, by)
    return { ok: true, value: null }
  })
}

function themeOrder(tx: Transaction, sessionId: string): Promise<{ id: string; position: number }[]> {
  const inProgramme = { triages: { some: programmed } }
  return tx.theme.findMany({
    where: { sessionId, ...inProgramme },
    orderBy: { position: 'asc' },
    select: { id: true, position: true },
  })
}

async function questionOrder(tx: Transaction, sessionId: string, answerId: string) {
  const here = await tx.triage.findUnique({ where: { answerId }, select: { themeId: true } })
  const found = await tx.triage.findMany({
    where: { ...programmed, themeId: here?.themeId ?? null, answer: { ...programmed.answer, question: { sessionId } } },
    orderBy: [{ position: 'asc' }, { answerId: 'asc' }],
    select: { answerId: true, position: true },
  })
  return found.map(({ answerId: id, position }) => ({ id, position }))
}

/** What stands in the programme: chosen or answered, by somebody who still comes. */
const programmed = {
  state: { in: [...programmeStates] },
  answer: { registration: whoTakesPart },
}

type Work<Reason extends string> = (tx: Transaction) => Promise<Result<null, Reason>>

function inOpenRound<Reason extends string>(sessionId: string, work: Work<Reason>) {
  return db().$transaction(async (tx): Promise<Result<null, Reason | RoundRefusal>> => {
    const refused = await holdOpenRound(tx, sessionId)
    return refused ? { ok: false, reason: refused } : await work(tx)
  })
}
