import { db } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { findMunicipality, listMunicipalityOptions, workplaceName } from '@/lib/municipalities/queries'
import { provinces } from '@/lib/municipalities/schema'
import { compareDutch } from '@/lib/platform/text'
import { addDays, isoDate, startOfDay } from '@/lib/platform/time'
import { withoutSeat } from './status'

type StatisticsSession = { id: string; registrationClosesAt: Date }

/** The chart stays readable when an organiser registers a participant years before or after the others. */
const maxDays = 400
const maxNamesPerWorkplace = 5

/** Counts the participants with a seat by day, province and workplace. `waitlisted` includes those with an offer. */
export async function getStatistics({ id: sessionId, registrationClosesAt }: StatisticsSession) {
  const waitlisted = await db().registration.count({ where: { sessionId, ...withoutSeat } })
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

/** Returns each Dutch day from the first registration to the closing day or the last registration, also empty days. */
function countDays(registeredAt: Date[], closesAt: Date): { at: Date; count: number }[] {
  const [first] = registeredAt
  const last = registeredAt.at(-1)
  if (!first || !last) return []
  const counts = new Map<string, number>()
  for (const at of registeredAt) counts.set(isoDate(at), (counts.get(isoDate(at)) ?? 0) + 1)
  // Registration that closes at midnight has the day before as its last.
  const end = new Date(Math.max(last.getTime(), closesAt.getTime() - 1))
  const days: { at: Date; count: number }[] = []
  for (let at = startOfDay(first); at <= end && days.length < maxDays; at = addDays(at, 1)) {
    days.push({ at, count: counts.get(isoDate(at)) ?? 0 })
  }
  return days
}

type Workplace = { municipalityCode: string | null; organisation: string | null }

/** Counts participants and municipalities for all twelve provinces, then other organisations when there are any. */
function countProvinces(rows: Workplace[]): { name: string; count: number; municipalities: number | null }[] {
  const provinceByRow = rows.map(({ municipalityCode: code }) => ({
    code,
    province: code && findMunicipality(code)?.province,
  }))
  const elsewhere = provinceByRow.filter(({ province }) => !province).length
  return [
    ...provinces.map((name) => {
      const inProvince = provinceByRow.filter(({ province }) => province === name)
      return { name, count: inProvince.length, municipalities: new Set(inProvince.map(({ code }) => code)).size }
    }),
    ...(elsewhere > 0 ? [{ name: 'Andere organisaties', count: elsewhere, municipalities: null }] : []),
  ]
}

/** Groups participants by municipality, then by other organisation, each in Dutch order. `code` is `null` for the latter. */
function groupByWorkplace(rows: (Workplace & { name: string })[]) {
  const groups = new Map<string, { code: string | null; place: string; count: number; names: string[] }>()
  for (const row of rows) {
    const place = workplaceName(row)
    const key = row.municipalityCode ?? `:${place.toLowerCase()}`
    const group = groups.get(key) ?? { code: row.municipalityCode, place, count: 0, names: [] }
    const names = group.names.length < maxNamesPerWorkplace ? [...group.names, row.name] : group.names
    groups.set(key, { ...group, count: group.count + 1, names })
  }
  return [...groups.values()].sort((a, b) => Number(!a.code) - Number(!b.code) || compareDutch(a.place, b.place))
}
