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
  ])('says how people know %j', (municipality, label) => {
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
  ])('finds for %j first %s', (query, label) => {
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
  ])('forgives the typing error in %j: %s', (query, label) => {
    expect(search(query)[0]).toBe(label)
  })

  it.each(['utrech', 'utrechtt', 'utrecxt', 'utrehct', 'trecht', 'utrecht'])('takes %j for Utrecht', (query) => {
    expect(search(query)[0]).toBe('Utrecht')
  })

  it.each(['utrcehtt', 'trechtu', 'utrxcxt', 'utrechten'])('finds %j too far from Utrecht', (query) => {
    expect(search(query)).not.toContain('Utrecht')
  })

  it('guesses nothing for a typing error in a short word', () => {
    expect(search('edx')).toEqual([])
  })

  it('shows both places called Bergen, before names that only begin or end that way', () => {
    const found = search('bergen')
    expect(found.slice(0, 2)).toEqual(['Bergen (Limburg)', 'Bergen (Noord-Holland)'])
    expect(found.indexOf('Bergen op Zoom')).toBeLessThan(found.indexOf('Steenbergen'))
  })

  it('puts the start of a name before the start of a later word, and that before the inside of one', () => {
    const found = search('rij')
    expect(found.indexOf('Rijswijk')).toBeLessThan(found.indexOf('Alphen aan den Rijn'))
    expect(found.indexOf('Alphen aan den Rijn')).toBeLessThan(found.indexOf('Meierijstad'))
  })

  it('does not take a province in a label for a name', () => {
    expect(search('limburg')).toEqual([])
  })

  it('gives everything when nothing was typed yet', () => {
    for (const query of ['', '  ', "'-", 'gemeente ']) expect(search(query)).toHaveLength(342)
  })

  it('finds every gemeente first by its own label, and by it without capitals and accents', () => {
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

  it('bears whatever is typed', () => {
    for (const query of ['(', '\\', '[a-z]*', '\u0000', '🏳️‍🌈', 'ﷺ', '\ud800', 'a'.repeat(5000)]) search(query)
  })
})

describe('municipalityFromText', () => {
  const meant = (text: string) => municipalityFromText(options, text)?.label

  it.each([
    ['utrecht', 'Utrecht'],
    [' UTRECHT ', 'Utrecht'],
    ['den haag', "Den Haag ('s-Gravenhage)"],
    ['sudwest', 'Súdwest-Fryslân'],
    ['bosch', "Den Bosch ('s-Hertogenbosch)"],
    ['bergen (limburg)', 'Bergen (Limburg)'],
  ])('takes %j for %s', (text, label) => {
    expect(meant(text)).toBe(label)
  })

  it.each(['bergen', 'noord', 'limburg', 'amsterdm', 'gem', '', 'Voorbeeld'])('does not guess from %j', (text) => {
    expect(meant(text)).toBeUndefined()
  })
})

describe('municipalityForEmail', () => {
  const utrecht = options.find(({ label }) => label === 'Utrecht')?.value

  it.each(['naam@utrecht.nl', 'NAAM@Utrecht.NL ', 'naam@sociaal.utrecht.nl'])('knows %s', (email) => {
    expect(municipalityForEmail(options, email)).toBe(utrecht)
  })

  it('knows the other domains of a gemeente', () => {
    const haarlemmermeer = options.find(({ label }) => label === 'Haarlemmermeer')?.value
    expect(municipalityForEmail(options, 'naam@haarlemmermeergemeente.nl')).toBe(haarlemmermeer)
  })

  it.each(['naam@example.nl', 'naam@nietutrecht.nl', 'naam@utrecht.nl.example', 'utrecht.nl', 'naam@', 'naam@nl', ''])(
    'says nothing about %j',
    (email) => {
      expect(municipalityForEmail(options, email)).toBeUndefined()
    },
  )

  it('never guesses from a domain that several gemeenten use', () => {
    const shared = [
      { value: 'GM0001', label: 'Voorbeeld', province: 'Utrecht', domains: ['samen.example'] },
      { value: 'GM0002', label: 'Nog een voorbeeld', province: 'Utrecht', domains: ['samen.example'] },
    ]
    expect(municipalityForEmail(shared, 'naam@samen.example')).toBeUndefined()
    expect(municipalityForEmail(shared.slice(0, 1), 'naam@samen.example')).toBe('GM0001')
  })
})
