import type { By } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/platform/db'
import { mayLogIn } from '@/lib/platform/organiser-access'
import type { Result } from '@/lib/platform/result'
import { type AskedAnswer, auditAnswer, findAsked, holdOpenRound, writeTriage } from './held'
import { isTold } from './outcomes'
import { themeKey } from './rules'
import type { BulkInput, TriageInput, TriageRefusal } from './schema'
import { dropEmptyThemes, themeNamed } from './themes'

type Change = TriageInput & {
  sessionId: string
  answerId: string
  /** Of the question as the organiser saw it; 0 when nobody had touched it. */
  version: number
}

/**
 * Keeps what an organiser decided about one question. Refused when it is not as they saw it any more; the same decision
 * twice, by whomever, is the one that stands.
 */
export async function triageQuestion(
  { sessionId, answerId, version, ...decided }: Change,
  by: By,
): Promise<Result<null, TriageRefusal>> {
  return await db().$transaction(async (tx) => {
    const refused = await holdOpenRound(tx, sessionId)
    if (refused) return { ok: false, reason: refused }
    const asked = await findAsked(tx, sessionId, answerId)
    if (!asked) return { ok: false, reason: 'unknown-question' }
    if (asked.registration.cancelledAt) return { ok: false, reason: 'asker-cancelled' }
    if (isSame(asked, decided)) return { ok: true, value: null }
    if (asked.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    const { theme, ownerId, ...change } = decided
    const { outcomeText } = change
    if (outcomeText !== undefined && outcomeText !== (asked.triage?.outcomeText ?? '')) {
      if (await isTold(asked.registrationId, tx)) return { ok: false, reason: 'already-told' }
    }
    if (ownerId && ownerId !== asked.triage?.ownerId && !(await isOrganiser(tx, ownerId)))
      return { ok: false, reason: 'unknown-owner' }
    const themeId = theme ? await themeNamed(tx, sessionId, theme) : null
    await writeTriage(tx, { ...asked, sessionId }, { ...change, ownerId, themeId, textBefore: null })
    await dropEmptyThemes(tx, sessionId)
    await auditAnswer(tx, 'question.triaged', answerId, by)
    return { ok: true, value: null }
  })
}

/** Whether what was decided is about the question as it is now: of another the same decision has to be made anew. */
const isAboutThis = (triage: AskedAnswer['triage']) => (triage?.textBefore ?? null) === null

/** Whether this is how the question stands already. */
function isSame({ triage }: AskedAnswer, { state, theme, ownerId, note, outcomeText }: TriageInput): boolean {
  return (
    isAboutThis(triage) &&
    (triage?.state ?? 'fresh') === state &&
    (triage?.theme?.nameKey ?? '') === themeKey(theme) &&
    (triage?.ownerId ?? null) === ownerId &&
    (triage?.note ?? '') === note &&
    (outcomeText === undefined || (triage?.outcomeText ?? '') === outcomeText)
  )
}

/** Whether a question has the state and the theme that many get: the same press twice changes nothing. */
const isAlready = ({ triage }: AskedAnswer, { state, theme }: Pick<BulkInput, 'state' | 'theme'>) =>
  isAboutThis(triage) &&
  (!state || (triage?.state ?? 'fresh') === state) &&
  (!theme || triage?.theme?.nameKey === themeKey(theme))

const isOrganiser = async (tx: Transaction, id: string) =>
  (await tx.organiser.count({ where: { id, ...mayLogIn } })) === 1

/**
 * Gives many questions the same theme, the same state or both; gives how many. All or nothing: refused when one of them is
 * not as the organiser saw it any more; those that are so already stay as they are.
 */
export async function triageMany(
  { sessionId, ticked, state, theme }: BulkInput & { sessionId: string },
  by: By,
): Promise<Result<{ count: number }, TriageRefusal>> {
  return await db().$transaction(async (tx) => {
    const refused = await holdOpenRound(tx, sessionId)
    if (refused) return { ok: false, reason: refused }
    const all: AskedAnswer[] = []
    for (const { answerId, version } of new Map(ticked.map((seen) => [seen.answerId, seen])).values()) {
      const asked = await findAsked(tx, sessionId, answerId)
      if (!asked) return { ok: false, reason: 'unknown-question' }
      if (asked.registration.cancelledAt) return { ok: false, reason: 'asker-cancelled' }
      if (isAlready(asked, { state, theme })) continue
      if (asked.version !== version) return { ok: false, reason: 'changed-meanwhile' }
      all.push(asked)
    }
    const themeId = theme ? await themeNamed(tx, sessionId, theme) : undefined
    for (const asked of all) {
      await writeTriage(tx, { ...asked, sessionId }, { ...(state && { state }), themeId, textBefore: null })
      await auditAnswer(tx, 'question.triaged', asked.id, by)
    }
    await dropEmptyThemes(tx, sessionId)
    return { ok: true, value: { count: new Set(ticked.map(({ answerId }) => answerId)).size } }
  })
}
