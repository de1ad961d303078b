import { describe, expect, it, onTestFinished } from 'vitest'
import {
  findMunicipality,
  listMunicipalityOptions,
  municipalityOptionsAt,
  workplaceName,
} from '@/lib/municipalities/queries'

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

describe('a municipality that ends', () => {
  const lastDay = new Date('2026-12-31T22:59:59Z') // 23:59:59 in Amsterdam
  const newYear = new Date('2026-12-31T23:00:00Z')
  const values = (options: { value: string }[]) => options.map(({ value }) => value)

  it('is offered until the end of its last day in the Netherlands, and keeps its name', () => {
    const utrecht = findMunicipality('GM0344')
    if (!utrecht) throw new Error('no Utrecht')
    utrecht.until = '2026-12-31'
    onTestFinished(() => void delete utrecht.until)
    expect(values(municipalityOptionsAt(lastDay))).toContain('GM0344')
    expect(values(municipalityOptionsAt(newYear))).not.toContain('GM0344')
    expect(workplaceName({ municipalityCode: 'GM0344', organisation: null })).toBe('Utrecht')
  })

  it('stays an option for a registration that has it, also when the list has lost it', () => {
    const options = municipalityOptionsAt(newYear, 'GM9999')
    expect(options).toHaveLength(343)
    expect(options.find(({ value }) => value === 'GM9999')).toMatchObject({ label: 'Gemeente GM9999' })
    expect(municipalityOptionsAt(newYear, 'GM0344')).toHaveLength(342)
    expect(workplaceName({ municipalityCode: 'GM9999', organisation: null })).toBe('Gemeente GM9999')
  })
})
