import { z } from 'zod'
import type { TrailFilter } from '@/lib/audit/queries'
import { isDeedGroup } from '@/lib/audit/schema'
import { addDays, amsterdamInstant, wallTimeExists } from '@/lib/platform/time'

type Asked = Record<string, string | string[] | undefined>

/** What the address asks of the trail: as the page shows it, and as the trail is asked. What makes no sense is not asked. */
export function readTrail({ wie, wat, sessie, van, tot }: Asked) {
  const by = wie === 'participant' || wie === 'system' ? wie : guid(wie)
  const deed = isDeedGroup(wat) ? wat : undefined
  const session = guid(sessie)
  const [from, to] = [dayStart(van), dayStart(tot)]
  const asked = {
    ...(by && { by }),
    ...(deed && { deed }),
    ...(session && { session }),
    ...(from && { from: String(van) }),
    ...(to && { to: String(tot) }),
  }
  const filter: TrailFilter = { by, deed, sessionId: session, from, to: to && addDays(to, 1) }
  return { asked, filter }
}

function guid(text: unknown): string | undefined {
  return z.guid().safeParse(text).data?.toLowerCase()
}

/** The instant at which a Dutch day begins, from "2022-11-08". */
function dayStart(text: unknown): Date | undefined {
  const [, year, month, day] = typeof text === 'string' ? (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []) : []
  const wall = { year: Number(year), month: Number(month), day: Number(day), hour: 0, minute: 0 }
  return year && Number(year) > 1970 && wallTimeExists(wall) ? amsterdamInstant(wall) : undefined
}
