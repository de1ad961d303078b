import { db } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { findMunicipality, listMunicipalityOptions, workplaceName } from '@/lib/municipalities/queries'
import { provinces } from '@/lib/municipalities/schema'
import { addDays, isoDate, startOfDay } from '@/lib/platform/time'

type StatisticsSession = { id: string; registrationClosesAt: Date }

/** Further on than this no day is drawn: somebody was signed up by hand in another year. */
const maxDays = 400
const maxNamesPerWorkplace = 5

/**
 * Who has a place in a kennissessie, counted by day, province and gemeente. Who cancelled does not count; of who waits, with an
 * offer or without, only how many they are.
 */
export async function getStatistics({ id: sessionId, registrationClosesAt }: StatisticsSession) {
  const waitlisted = await db().registration.count({
    where: { sessionId, cancelledAt: null, waitlistedAt: { not: null } },
  })
  const rows = await db().registration.findMany({
    where: { sessionId, ...attending },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { name: true, municipalityCode: true, organisation: true, askedBeforeDeadline: true, createdAt: true },
  })
  const inTime = rows.filter(({ askedBeforeDeadline }) => askedBeforeDeadline).length
  const codes = new Set(rows.flatMap(({ municipalityCode }) => municipalityCode ?? []))
  const registeredAt = rows.map(({ createdAt }) => createdAt)
  return {
    total: rows.length,
    waitlisted,
    inTime,
    later: rows.length - inTime,
    municipalities: { here: codes.size, all: listMunicipalityOptions().length },
    days: countDays(registeredAt, registrationClosesAt),
    provinces: countProvinces(rows),
    places: groupByWorkplace(rows),
  }
}

/** Every Dutch day from the first sign-up until the day that closes it or the last sign-up, also those without any. */
function countDays(registeredAt: Date[], closesAt: Date): { at: Date; count: number }[] {
  const [first] = registeredAt
  const last = registeredAt.at(-1)
  if (!first || !last) return []
  const counts = new Map<string, number>()
  for (const at of registeredAt) counts.set(isoDate(at), (counts.get(isoDate(at)) ?? 0) + 1)
  // What closes at midnight closes with the day before.
  const end = new Date(Math.max(last.getTime(), closesAt.getTime() - 1))
  const days: { at: Date; count: number }[] = []
  for (let at = startOfDay(first); at <= end && days.length < maxDays; at = addDays(at, 1)) {
    days.push({ at, count: counts.get(isoDate(at)) ?? 0 })
  }
  return days
}

type Workplace = { municipalityCode: string | null; organisation: string | null }

/** All twelve, also those that nobody comes from, and last those who do not work at a gemeente. */
function countProvinces(rows: Workplace[]): { name: string; count: number; municipalities: number | null }[] {
  const provinceByRow = rows.map(({ municipalityCode: code }) => ({
    code,
    province: code && findMunicipality(code)?.province,
  }))
  const inProvince = (name: string) => provinceByRow.filter(({ province }) => province === name)
  const elsewhere = provinceByRow.filter(({ province }) => !province).length
  return [
    ...provinces.map((name) => ({
      name,
      count: inProvince(name).length,
      municipalities: new Set(inProvince(name).map(({ code }) => code)).size,
    })),
    ...(elsewhere > 0 ? [{ name: 'Andere organisaties', count: elsewhere, municipalities: null }] : []),
  ]
}

/** Who comes from where: gemeenten by how they are called, then other organisations; `code` is null for those. */
function groupByWorkplace(rows: (Workplace & { name: string })[]) {
  const groups = new Map<string, { code: string | null; place: string; count: number; names: string[] }>()
  for (const row of rows) {
    const place = workplaceName(row)
    const key = row.municipalityCode ?? `:${place.toLowerCase()}`
    const group = groups.get(key) ?? { code: row.municipalityCode, place, count: 0, names: [] }
    const names = group.names.length < maxNamesPerWorkplace ? [...group.names, row.name] : group.names
    groups.set(key, { ...group, count: group.count + 1, names })
  }
  const dutch = new Intl.Collator('nl')
  return [...groups.values()].sort((a, b) => Number(!a.code) - Number(!b.code) || dutch.compare(a.place, b.place))
}
