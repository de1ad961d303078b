import { z } from 'zod'
import { auditActionsOf } from '@/components/audit/audit-log-copy'
import type { AuditFilter } from '@/lib/audit/queries'
import { addDays, amsterdamInstant, wallTimeExists } from '@/lib/platform/time'

type SearchParams = Record<string, string | string[] | undefined>

/** Returns the valid query parameters as texts for links and fields (`asked`), and as a `filter`. Ignores invalid ones. */
export function readAuditLogParams({ wie, wat, sessie, van, tot }: SearchParams) {
  const actor = wie === 'participant' || wie === 'system' ? wie : parseGuid(wie)
  const actions = auditActionsOf(wat)
  const session = parseGuid(sessie)
  const [from, to] = [dayStart(van), dayStart(tot)]
  const filter: AuditFilter = { actor, actions, sessionId: session, from, to: to && addDays(to, 1) }
  const category = actions ? String(wat) : undefined
  return { asked: { actor, category, session, from: from && String(van), to: to && String(tot) }, filter }
}

const parseGuid = (text: unknown) => z.guid().safeParse(text).data?.toLowerCase()

/** Returns midnight in Amsterdam at the start of a date like "2022-11-08", or `undefined` for any other text. */
function dayStart(text: unknown): Date | undefined {
  const [, year, month, day] = typeof text === 'string' ? (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []) : []
  const wall = { year: Number(year), month: Number(month), day: Number(day), hour: 0, minute: 0 }
  return year && Number(year) > 1970 && wallTimeExists(wall) ? amsterdamInstant(wall) : undefined
}
