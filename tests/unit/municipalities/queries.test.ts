import { describe, expect, it } from 'vitest'
import { findMunicipality, listMunicipalityOptions } from '@/lib/municipalities/queries'

const labels = listMunicipalityOptions().map(({ label }) => label)

describe('the options of the form', () => {
  it('are all gemeenten, with no label twice', () => {
    expect(labels).toHaveLength(342)
    expect(new Set(labels).size).toBe(342)
  })

  it('run from A to Z as people say the names', () => {
    expect(labels[0]).toBe('Aa en Hunze')
    expect(labels.at(-1)).toBe('Zwolle')
    const around = labels.slice(labels.indexOf('De Wolden') + 1, labels.indexOf('Deurne'))
    expect(around).toContain("Den Haag ('s-Gravenhage)")
    expect(around).toContain("Den Bosch ('s-Hertogenbosch)")
  })

  it('can be told apart where two have the same name', () => {
    expect(labels.filter((label) => /^Bergen \(/.test(label))).toEqual(['Bergen (Limburg)', 'Bergen (Noord-Holland)'])
  })
})

describe('findMunicipality', () => {
  it('knows a gemeente by its CBS code', () => {
    expect(findMunicipality('GM0344')?.name).toBe('Utrecht')
  })

  it('knows nothing of other codes', () => {
    for (const code of ['GM9999', 'other', '', '__proto__', 'gm0344']) expect(findMunicipality(code)).toBeUndefined()
  })
})
