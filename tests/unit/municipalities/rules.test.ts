import { describe, expect, it } from 'vitest'
import { listMunicipalityOptions } from '@/lib/municipalities/queries'
import {
  municipalityForEmail,
  municipalityFromText,
  municipalityLabel,
  searchMunicipalities,
} from '@/lib/municipalities/rules'

const options = listMunicipalityOptions()
const search = (query: string) => searchMunicipalities(options, query).map(({ label }) => label)

describe('municipalityLabel', () => {
  it.each([
    [{ name: "'s-Gravenhage", displayName: 'Den Haag' }, "Den Haag ('s-Gravenhage)"],
    [{ name: 'Bergen (NH.)', displayName: 'Bergen (Noord-Holland)' }, 'Bergen (Noord-Holland)'],
    [{ name: 'Hengelo (O.)', displayName: 'Hengelo' }, 'Hengelo'],
    [{ name: 'Utrecht' }, 'Utrecht'],
  ])('returns the common name of %j with a different official name in brackets', (municipality, label) => {
    expect(municipalityLabel(municipality)).toBe(label)
  })
})

describe('searchMunicipalities', () => {
  it.each([
    ['den haag', "Den Haag ('s-Gravenhage)"],
    ["'S GRAVENHAGE", "Den Haag ('s-Gravenhage)"],
    ['’s-gravenhage', "Den Haag ('s-Gravenhage)"],
    ['bosch', "Den Bosch ('s-Hertogenbosch)"],
    ['den bosch', "Den Bosch ('s-Hertogenbosch)"],
    ['hertogenbosch', "Den Bosch ('s-Hertogenbosch)"],
    ['sudwest fryslan', 'Súdwest-Fryslân'],
    ['friese meren', 'De Fryske Marren'],
    ['gemeente utrecht', 'Utrecht'],
    ['utrecht gemeente', 'Utrecht'],
    ['hollandskroon', 'Hollands Kroon'],
    ['Hollands Kroon', 'Hollands Kroon'],
    ['ysselstein', 'IJsselstein'],
    ['ĲSSELSTEIN', 'IJsselstein'],
    ['rys', 'Rijssen-Holten'],
    ['st. michielsgestel', 'Sint-Michielsgestel'],
    ['bergen nh', 'Bergen (Noord-Holland)'],
    ['Hengelo (O.)', 'Hengelo'],
    ['rijn alphen', 'Alphen aan den Rijn'],
  ])('ranks for %j first %s', (query, label) => {
    expect(search(query)[0]).toBe(label)
  })

  it.each([
    ['amsterdm', 'Amsterdam'],
    ['utrehct', 'Utrecht'],
    ['bergeijc', 'Bergeijk'],
    ['hollnds kroon', 'Hollands Kroon'],
    ['nieuwegijn', 'Nieuwegein'],
    ['amersfort', 'Amersfoort'],
    ['eindhofe', 'Eindhoven'],
  ])('tolerates the typing error in %j and finds %s', (query, label) => {
    expect(search(query)[0]).toBe(label)
  })

  it.each(['utrech', 'utrechtt', 'utrecxt', 'utrehct', 'trecht', 'utrecht'])(
    'matches %j with Utrecht within one typing error',
    (query) => {
      expect(search(query)[0]).toBe('Utrecht')
    },
  )

  it.each(['utrcehtt', 'trechtu', 'utrxcxt', 'utrechten'])(
    'does not match %j with Utrecht after more than one typing error',
    (query) => {
      expect(search(query)).not.toContain('Utrecht')
    },
  )

  it('tolerates no typing error in a short word', () => {
    expect(search('edx')).toEqual([])
  })

  it('ranks both municipalities called Bergen before longer names', () => {
    const found = search('bergen')
    expect(found.slice(0, 2)).toEqual(['Bergen (Limburg)', 'Bergen (Noord-Holland)'])
    expect(found.indexOf('Bergen op Zoom')).toBeLessThan(found.indexOf('Steenbergen'))
  })

  it('ranks the start of a name before the start of a word and that before the inside of a word', () => {
    const found = search('rij')
    expect(found.indexOf('Rijswijk')).toBeLessThan(found.indexOf('Alphen aan den Rijn'))
    expect(found.indexOf('Alphen aan den Rijn')).toBeLessThan(found.indexOf('Meierijstad'))
  })

  it('does not match the province in a label', () => {
    expect(search('limburg')).toEqual([])
  })

  it('returns all options for an empty query', () => {
    for (const query of ['', '  ', "'-", 'gemeente ']) expect(search(query)).toHaveLength(342)
  })

  it('ranks every municipality first for its own label, also without capitals and accents', () => {
    for (const { label } of options) {
      expect(search(label)[0]).toBe(label)
      expect(
        search(
          label
            .normalize('NFD')
            .replace(/\p{Mark}/gu, '')
            .toLowerCase(),
        )[0],
      ).toBe(label)
    }
  })

  it('does not throw for unusual queries', () => {
    for (const query of ['(', '\\', '[a-z]*', '\u0000', '🏳️‍🌈', 'ﷺ', '\ud800', 'a'.repeat(5000)]) search(query)
  })
})

describe('municipalityFromText', () => {
  const resolve = (text: string) => municipalityFromText(options, text)?.label

  it.each([
    ['utrecht', 'Utrecht'],
    [' UTRECHT ', 'Utrecht'],
    ['den haag', "Den Haag ('s-Gravenhage)"],
    ['sudwest', 'Súdwest-Fryslân'],
    ['bosch', "Den Bosch ('s-Hertogenbosch)"],
    ['bergen (limburg)', 'Bergen (Limburg)'],
  ])('resolves %j to %s', (text, label) => {
    expect(resolve(text)).toBe(label)
  })

  it.each(['bergen', 'noord', 'limburg', 'amsterdm', 'gem', '', 'Voorbeeld'])(
    'returns undefined for the ambiguous or misspelt text %j',
    (text) => {
      expect(resolve(text)).toBeUndefined()
    },
  )
})

describe('municipalityForEmail', () => {
  const utrecht = options.find(({ label }) => label === 'Utrecht')?.value

  it.each(['naam@utrecht.nl', 'NAAM@Utrecht.NL ', 'naam@sociaal.utrecht.nl'])('finds Utrecht for %s', (email) => {
    expect(municipalityForEmail(options, email)).toBe(utrecht)
  })

  it('finds a municipality by its other domains', () => {
    const haarlemmermeer = options.find(({ label }) => label === 'Haarlemmermeer')?.value
    expect(municipalityForEmail(options, 'naam@haarlemmermeergemeente.nl')).toBe(haarlemmermeer)
  })

  it.each(['naam@example.nl', 'naam@nietutrecht.nl', 'naam@utrecht.nl.example', 'utrecht.nl', 'naam@', 'naam@nl', ''])(
    'returns undefined for %j',
    (email) => {
      expect(municipalityForEmail(options, email)).toBeUndefined()
    },
  )

  it('returns undefined for a domain that several municipalities share', () => {
    const shared = [
      { value: 'GM0001', label: 'Voorbeeld', province: 'Utrecht', domains: ['samen.example'] },
      { value: 'GM0002', label: 'Nog een voorbeeld', province: 'Utrecht', domains: ['samen.example'] },
    ]
    expect(municipalityForEmail(shared, 'naam@samen.example')).toBeUndefined()
    expect(municipalityForEmail(shared.slice(0, 1), 'naam@samen.example')).toBe('GM0001')
  })
})
