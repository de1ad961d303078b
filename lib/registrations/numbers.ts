import { findMunicipality, listMunicipalityOptions, workplaceName } from '@/lib/municipalities/queries'
import { provinces } from '@/lib/municipalities/schema'
import { db } from '@/lib/platform/db'
import { addDays, isoDate, startOfDay } from '@/lib/platform/time'
import { whoTakesPart } from '@/lib/platform/who-takes-part'

type Moments = { id: string; registrationClosesAt: Date }

/** Further on than this no day is drawn: somebody was signed up by hand in another year. */
const mostDays = 400
const namesAtOnce = 5

/**
 * Who has a place in a kennissessie, counted by day, province and gemeente. Who cancelled does not count; of who waits, with an
 * offer or without, only how many they are.
 */
export async function getNumbers({ id: sessionId, registrationClosesAt }: Moments) {
  const waiting = await db().registration.count({
    where: { sessionId, cancelledAt: null, waitingSince: { not: null } },
  })
  const rows = await db().registration.findMany({
    where: { sessionId, ...whoTakesPart },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { name: true, municipalityCode: true, organisation: true, questionInTime: true, createdAt: true },
  })
  const inTime = rows.filter(({ questionInTime }) => questionInTime).length
  const codes = new Set(rows.flatMap(({ municipalityCode }) => municipalityCode ?? []))
  const moments = rows.map(({ createdAt }) => createdAt)
  return {
    total: rows.length,
    waiting,
    inTime,
    later: rows.length - inTime,
    municipalities: { here: codes.size, all: listMunicipalityOptions().length },
    days: countDays(moments, registrationClosesAt),
    provinces: countProvinces(rows),
    places: groupPlaces(rows),
  }
}

/** Every Dutch day from the first sign-up until the day that closes it or the last sign-up, also those without any. */
function countDays(moments: Date[], closesAt: Date): { at: Date; count: number }[] {
  const [first] = moments
  const last = moments.at(-1)
  if (!first || !last) return []
  const counts = new Map<string, number>()
  for (const at of moments) counts.set(isoDate(at), (counts.get(isoDate(at)) ?? 0) + 1)
  // What closes at midnight closes with the day before.
  const end = new Date(Math.max(last.getTime(), closesAt.getTime() - 1))
  const days: { at: Date; count: number }[] = []
  for (let at = startOfDay(first); at <= end && days.length < mostDays; at = addDays(at, 1)) {
    days.push({ at, count: counts.get(isoDate(at)) ?? 0 })
  }
  return days
}

type Where = { municipalityCode: string | null; organisation: string | null }

/** All twelve, also those that nobody comes from, and last those who do not work at a gemeente. */
function countProvinces(rows: Where[]): { name: string; count: number; municipalities: number | null }[] {
  const known = rows.map(({ municipalityCode: code }) => ({ code, province: code && findMunicipality(code)?.province }))
  const of = (name: string) => known.filter(({ province }) => province === name)
  const elsewhere = known.filter(({ province }) => !province).length
  return [
    ...provinces.map((name) => ({
      name,
      count: of(name).length,
      municipalities: new Set(of(name).map(({ code }) => code)).size,
    })),
    ...(elsewhere > 0 ? [{ name: 'Andere organisaties', count: elsewhere, municipalities: null }] : []),
  ]
}

/** Who comes from where: gemeenten by how they are called, then other organisations; `code` is null for those. */
function groupPlaces(rows: (Where & { name: string })[]) {
  const groups = new Map<string, { code: string | null; place: string; count: number; names: string[] }>()
  for (const row of rows) {
    const place = workplaceName(row)
    const key = row.municipalityCode ?? `:${place.toLowerCase()}`
    const group = groups.get(key) ?? { code: row.municipalityCode, place, count: 0, names: [] }
    const names = group.names.length < namesAtOnce ? [...group.names, row.name] : group.names
    groups.set(key, { ...group, count: group.count + 1, names })
  }
  const dutch = new Intl.Collator('nl')
  return [...groups.values()].sort(
    (one, other) => Number(!one.code) - Number(!other.code) || dutch.compare(one.place, other.place),
  )
}
