import { describe, expect, it } from 'vitest'
import { findMunicipality, listMunicipalityOptions } from '@/lib/municipalities/queries'

const labels = listMunicipalityOptions().map(({ label }) => label)

describe('listMunicipalityOptions', () => {
  it('returns all 342 municipalities with unique labels', () => {
    expect(labels).toHaveLength(342)
    expect(new Set(labels).size).toBe(342)
  })

  it('sorts municipalities by common name', () => {
    expect(labels[0]).toBe('Aa en Hunze')
    expect(labels.at(-1)).toBe('Zwolle')
    const around = labels.slice(labels.indexOf('De Wolden') + 1, labels.indexOf('Deurne'))
    expect(around).toContain("Den Haag ('s-Gravenhage)")
    expect(around).toContain("Den Bosch ('s-Hertogenbosch)")
  })

  it('distinguishes municipalities with the same name by province', () => {
    expect(labels.filter((label) => /^Bergen \(/.test(label))).toEqual(['Bergen (Limburg)', 'Bergen (Noord-Holland)'])
  })
})

describe('findMunicipality', () => {
  it('finds a municipality by its CBS code', () => {
    expect(findMunicipality('GM0344')?.name).toBe('Utrecht')
  })

  it('returns undefined for an unknown code', () => {
    for (const code of ['GM9999', 'other', '', '__proto__', 'gm0344']) expect(findMunicipality(code)).toBeUndefined()
  })
})
