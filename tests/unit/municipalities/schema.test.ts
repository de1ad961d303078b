import { expect, it } from 'vitest'
import data from '@/lib/municipalities/municipalities.json'
import { municipalityListSchema, municipalitySchema } from '@/lib/municipalities/schema'

const municipalities = municipalityListSchema.parse(data)

it('lists the 342 municipalities of 2026 with unique codes and names', () => {
  expect(municipalities).toHaveLength(342)
  expect(new Set(municipalities.map(({ code }) => code)).size).toBe(342)
  expect(new Set(municipalities.map(({ name }) => name)).size).toBe(342)
})

it('lists as many municipalities for each province as CBS counts', () => {
  const perProvince: Record<string, number> = {}
  for (const { province } of municipalities) perProvince[province] = (perProvince[province] ?? 0) + 1
  expect(perProvince).toEqual({
    'Noord-Brabant': 56,
    Gelderland: 51,
    'Zuid-Holland': 50,
    'Noord-Holland': 44,
    Limburg: 31,
    Utrecht: 26,
    Overijssel: 25,
    Fryslân: 18,
    Zeeland: 13,
    Drenthe: 12,
    Groningen: 10,
    Flevoland: 6,
  })
})

it('rejects a municipality with an invalid code, name, province or domain', () => {
  const utrecht = { code: 'GM0344', name: 'Utrecht', province: 'Utrecht', domain: 'utrecht.nl' }
  expect(municipalitySchema.safeParse(utrecht).success).toBe(true)
  for (const wrong of [{ code: '344' }, { name: '' }, { province: 'Holland' }, { domain: 'naam@utrecht.nl' }]) {
    expect(municipalitySchema.safeParse({ ...utrecht, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
  }
})
