import { type Actor, audit, auditAsOrganiser, purgeAuditLog } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import { db, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { anonymiseRegistrations } from './anonymise'
import { purgeExpired } from './purge-expired'
import { purgeMailFiles } from './purge-mail-files'
import { purgeNeeds } from './purge-needs'
import { purgeSessionMails } from './purge-session-mails'
import { listDueRegistrations, type PurgeStep } from './retention-due'
import type { RetentionPeriods } from './rules'

/** Small enough not to hold up an organiser who changes something of the same kennissessie. */
const batchSize = 500

type PurgeContext = { periods: RetentionPeriods /** Where mails are kept as files. */; mailDir: string; now: Date }

/** Each in a place of its own; a test leaves out one after the other and finds what stays. */
export const purgeSteps = {
  needs: ({ periods, now }: PurgeContext) => purgeDueRegistrations('needs', periods, now),
  names: ({ periods, now }: PurgeContext) => purgeDueRegistrations('names', periods, now),
  sessionMails: ({ periods, now }: PurgeContext) => purgeSessionMails(periods, now),
  expired: ({ periods, now }: PurgeContext) => purgeExpired(periods, now),
  auditLog: ({ periods, now }: PurgeContext) => purgeAuditLog(now, periods.auditLogMonths),
  files: ({ mailDir }: PurgeContext) => purgeMailFiles(mailDir),
}

/**
 * Erases all that is due at `now`, in every place where it stands. Done by the worker, as often as it likes: each step asks what
 * still stands, so that what was broken off goes on, and two at once wait for each other by the row of the session.
 */
export async function runPurgeJob(context: PurgeContext): Promise<void> {
  await runEach(Object.values(purgeSteps), (step) => step(context))
}

async function purgeDueRegistrations(step: PurgeStep, periods: RetentionPeriods, now: Date): Promise<void> {
  await runEach([...(await listDueRegistrations(step, periods, now))], async ([sessionId, ids]) => {
    for (let offset = 0; offset < ids.length; offset += batchSize) {
      const batch = ids.slice(offset, offset + batchSize)
      await db().$transaction((tx) => purgeBatch(tx, { step, sessionId, ids: batch, periods, now }), {
        timeout: 60_000,
      })
    }
  })
}

/** One that fails must not keep the others; what went wrong first is thrown when all are done. */
async function runEach<Item>(items: Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = []
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

type PurgeBatch = { step: PurgeStep; sessionId: string; ids: string[]; periods: RetentionPeriods; now: Date }

async function purgeBatch(tx: Transaction, { step, sessionId, ids, periods, now }: PurgeBatch): Promise<void> {
  // First the session, as everybody else does: it may just be moving to another day.
  await lockRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
  await tx.$queryRaw`SELECT 1 FROM "Registration" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
  const due = (await listDueRegistrations(step, periods, now, { tx, registrationIds: ids })).get(sessionId) ?? []
  const withMailInFlight = await lockMails(tx, due, now)
  const ready = due.filter((id) => !withMailInFlight.has(id))
  if (ready.length === 0) return
  const notYetAnonymised = step === 'names' ? { erasedAt: null } : {}
  const count = await tx.registration.count({ where: { id: { in: ready }, ...notYetAnonymised } })
  if (step === 'needs') await purgeNeeds(tx, sessionId, ready)
  else await anonymiseRegistrations(tx, sessionId, ready, now)
  if (count > 0) await auditPurge(tx, auditActions[step], { sessionId, count, now })
}

/** Holds the mails to these people, so that no worker takes one; gives to whom one is on its way at `now`. */
async function lockMails(tx: Transaction, ids: string[], now: Date): Promise<Set<string>> {
  const lockedMails = await tx.$queryRaw<{ registrationId: string; claimedUntil: Date | null }[]>`
    SELECT "registrationId", "claimedUntil" FROM "Message" WHERE "registrationId" = ANY(${ids}::uuid[])
    ORDER BY "id" FOR UPDATE`
  return new Set(
    lockedMails.flatMap((mail) => (mail.claimedUntil && mail.claimedUntil > now ? [mail.registrationId] : [])),
  )
}

const auditActions = { needs: 'needsPurged', names: 'namesPurged' } as const

type PurgedCount = { sessionId: string; count: number; now: Date }

function auditPurge(tx: Transaction, action: AuditAction, { sessionId, count, now }: PurgedCount): Promise<void> {
  const entry = { subjectType: 'session', subjectId: sessionId, details: { count } }
  return audit(tx, { at: now, actor: 'system', action, ...entry })
}

/** Writes in the trail that an organiser took along what is kept of somebody, and not of whom. */
export async function auditPersonExport(actor: Actor): Promise<void> {
  const entry = { action: 'personExported', subjectType: 'person', subjectId: '' } as const
  await db().$transaction((tx) => auditAsOrganiser(tx, actor, entry))
}
