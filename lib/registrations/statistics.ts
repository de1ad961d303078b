import { db } from '@/lib/db/client'
import { attending, statusFilters } from '@/lib/db/scopes'
import { findMunicipality, municipalityOptionsAt, workplaceName } from '@/lib/municipalities/queries'
import { provinces } from '@/lib/municipalities/schema'
import { compareDutch } from '@/lib/platform/text'
import { addDays, isoDate, startOfDay } from '@/lib/platform/time'

/** Largest number of days in the chart of registrations per day. A stray early or late one could make it years long. */
const maxDays = 400
const maxNamesPerWorkplace = 5

/** Counts participants with a seat by day, province and workplace. Counts offered seats and the waitlist in total only. */
export async function getStatistics(session: { id: string; registrationClosesAt: Date; startsAt: Date }) {
  const sessionId = session.id
  const [offered, waitlisted] = await Promise.all(
    (['offered', 'waitlisted'] as const).map((status) =>
      db().registration.count({ where: { sessionId, ...statusFilters[status] } }),
    ),
  )
  const rows = await db().registration.findMany({
    where: { sessionId, ...attending },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const codes = new Set(rows.flatMap(({ municipalityCode }) => municipalityCode ?? []))
  return {
    total: rows.length,
    offered: offered ?? 0,
    waitlisted: waitlisted ?? 0,
    askedBeforeDeadline: rows.filter(({ askedBeforeDeadline }) => askedBeforeDeadline).length,
    municipalities: { represented: codes.size, all: municipalityOptionsAt(session.startsAt).length },
    days: countDays(rows, session.registrationClosesAt),
    provinces: countProvinces(rows),
    workplaces: groupByWorkplace(rows),
  }
}

/** Counts registrations per Dutch day, zeros included, until registration closes or, if later, the last registration. */
function countDays(rows: { createdAt: Date }[], closesAt: Date): { at: Date; count: number }[] {
  const [first, last] = [rows[0]?.createdAt, rows.at(-1)?.createdAt]
  if (!first || !last) return []
  const counts = new Map<string, number>()
  for (const day of rows.map(({ createdAt }) => isoDate(createdAt))) counts.set(day, (counts.get(day) ?? 0) + 1)
  // When registration closes at midnight, its last day is the day before.
  const end = new Date(Math.max(last.getTime(), closesAt.getTime() - 1))
  const days: { at: Date; count: number }[] = []
  for (let at = startOfDay(first); at <= end && days.length < maxDays; at = addDays(at, 1))
    days.push({ at, count: counts.get(isoDate(at)) ?? 0 })
  return days
}

type Workplace = { municipalityCode: string | null; organisation: string | null }

/** Counts participants and municipalities for each province, and then for other organisations when there are any. */
function countProvinces(rows: Workplace[]): { name: string; count: number; municipalities: number | null }[] {
  const codes = rows.map(({ municipalityCode }) => municipalityCode)
  const counts = provinces.map((name) => {
    const inProvince = codes.filter((code) => code && findMunicipality(code)?.province === name)
    return { name, count: inProvince.length, municipalities: new Set(inProvince).size }
  })
  const elsewhere = codes.filter((code) => !code || !findMunicipality(code)).length
  return elsewhere > 0 ? [...counts, { name: 'Andere organisaties', count: elsewhere, municipalities: null }] : counts
}

/** Groups participants by municipality, then by other organisation (`code` is `null`), each in Dutch order. */
function groupByWorkplace(rows: (Workplace & { name: string })[]) {
  const groups = new Map<string, { code: string | null; workplace: string; count: number; names: string[] }>()
  for (const row of rows) {
    const workplace = workplaceName(row)
    const key = row.municipalityCode ?? `:${workplace.toLowerCase()}`
    const group = groups.get(key) ?? { code: row.municipalityCode, workplace, count: 0, names: [] }
    const names = [...group.names, row.name].slice(0, maxNamesPerWorkplace)
    groups.set(key, { ...group, count: group.count + 1, names })
  }
  return [...groups.values()].sort(
    (a, b) => Number(!a.code) - Number(!b.code) || compareDutch(a.workplace, b.workplace),
  )
}
