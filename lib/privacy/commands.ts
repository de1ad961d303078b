import { audit, auditBy, type By, eraseOldTrail } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/platform/db'
import { holdRow } from '@/lib/platform/row-lock'
import { listDue, type Step } from './due'
import { eraseEnded } from './erase-ended'
import { eraseNames } from './erase-names'
import { eraseNeeds } from './erase-needs'
import { eraseSessionMails } from './erase-session-mails'
import { eraseMailFiles } from './mail-files'
import type { KeepTerms } from './rules'

/** Small enough not to hold up an organiser who changes something of the same kennissessie. */
const batch = 500

type Where = { terms: KeepTerms /** Where mails are kept as files. */; mailDir: string; now: Date }

/** Each in a place of its own; a test leaves out one after the other and finds what stays. */
export const erasingSteps = {
  needs: ({ terms, now }: Where) => eraseStep('needs', terms, now),
  names: ({ terms, now }: Where) => eraseStep('names', terms, now),
  sessionMails: ({ terms, now }: Where) => eraseSessionMails(terms, now),
  ended: ({ terms, now }: Where) => eraseEnded(terms, now),
  trail: ({ terms, now }: Where) => eraseOldTrail(now, terms.trailMonths),
  files: ({ mailDir }: Where) => eraseMailFiles(mailDir),
}

/**
 * Erases all that is due at `now`, in every place where it stands. Done by the worker, as often as it likes: each step asks what
 * still stands, so that what was broken off goes on, and two at once wait for each other by the row of the session.
 */
export async function eraseWhatIsDue(where: Where): Promise<void> {
  await each(Object.values(erasingSteps), (step) => step(where))
}

async function eraseStep(step: Step, terms: KeepTerms, now: Date): Promise<void> {
  await each([...(await listDue(step, terms, now))], async ([sessionId, ids]) => {
    for (let at = 0; at < ids.length; at += batch) {
      const part = ids.slice(at, at + batch)
      await db().$transaction((tx) => eraseBatch(tx, { step, sessionId, ids: part, terms, now }), { timeout: 60_000 })
    }
  })
}

/** One that fails must not keep the others; what went wrong first is thrown when all are done. */
async function each<Item>(items: Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = []
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

type Batch = { step: Step; sessionId: string; ids: string[]; terms: KeepTerms; now: Date }

async function eraseBatch(tx: Transaction, { step, sessionId, ids, terms, now }: Batch): Promise<void> {
  // First the session, as everybody else does: it may just be moving to another day.
  await holdRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
  await tx.$queryRaw`SELECT 1 FROM "Registration" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
  const due = (await listDue(step, terms, now, { tx, of: ids })).get(sessionId) ?? []
  const onTheirWay = await holdMails(tx, due, now)
  const ready = due.filter((id) => !onTheirWay.has(id))
  if (ready.length === 0) return
  const fresh = step === 'names' ? { erasedAt: null } : {}
  const count = await tx.registration.count({ where: { id: { in: ready }, ...fresh } })
  if (step === 'needs') await eraseNeeds(tx, sessionId, ready)
  else await eraseNames(tx, sessionId, ready, now)
  if (count > 0) await auditErased(tx, actions[step], { sessionId, count, now })
}

/** Holds the mails to these people, so that no worker takes one; gives to whom one is on its way at `now`. */
async function holdMails(tx: Transaction, ids: string[], now: Date): Promise<Set<string>> {
  const held = await tx.$queryRaw<{ registrationId: string; claimedUntil: Date | null }[]>`
    SELECT "registrationId", "claimedUntil" FROM "Message" WHERE "registrationId" = ANY(${ids}::uuid[])
    ORDER BY "id" FOR UPDATE`
  return new Set(held.flatMap((mail) => (mail.claimedUntil && mail.claimedUntil > now ? [mail.registrationId] : [])))
}

const actions = { needs: 'privacy.needs-erased', names: 'privacy.names-erased' }

type Erased = { sessionId: string; count: number; now: Date }

function auditErased(tx: Transaction, action: string, { sessionId, count, now }: Erased): Promise<void> {
  const about = { subjectType: 'session', subjectId: sessionId, details: { count } }
  return audit(tx, { at: now, actor: 'system', action, ...about })
}

/** Writes in the trail that an organiser took along what is kept of somebody, and not of whom. */
export async function notePersonExport(by: By): Promise<void> {
  const entry = { action: 'privacy.person-exported', subjectType: 'person', subjectId: '' }
  await db().$transaction((tx) => auditBy(tx, by, entry))
}
