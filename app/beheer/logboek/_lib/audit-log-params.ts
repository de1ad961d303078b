import { z } from 'zod'
import type { AuditFilter } from '@/lib/audit/queries'
import { isAuditCategory } from '@/lib/audit/schema'
import { addDays, amsterdamInstant, wallTimeExists } from '@/lib/platform/time'

type SearchParams = Record<string, string | string[] | undefined>

/** What the address asks of the trail: as the page shows it, and as the trail is asked. What makes no sense is not asked. */
export function readAuditLogParams({ wie, wat, sessie, van, tot }: SearchParams) {
  const actor = wie === 'participant' || wie === 'system' ? wie : parseGuid(wie)
  const category = isAuditCategory(wat) ? wat : undefined
  const session = parseGuid(sessie)
  const [from, to] = [dayStart(van), dayStart(tot)]
  const asked = {
    ...(actor && { actor }),
    ...(category && { category }),
    ...(session && { session }),
    ...(from && { from: String(van) }),
    ...(to && { to: String(tot) }),
  }
  const filter: AuditFilter = { actor, category, sessionId: session, from, to: to && addDays(to, 1) }
  return { asked, filter }
}

function parseGuid(text: unknown): string | undefined {
  return z.guid().safeParse(text).data?.toLowerCase()
}

/** The instant at which a Dutch day begins, from "2022-11-08". */
function dayStart(text: unknown): Date | undefined {
  const [, year, month, day] = typeof text === 'string' ? (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []) : []
  const wall = { year: Number(year), month: Number(month), day: Number(day), hour: 0, minute: 0 }
  return year && Number(year) > 1970 && wallTimeExists(wall) ? amsterdamInstant(wall) : undefined
}
