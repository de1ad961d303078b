// The list stays on the server: a page hands its form only what listMunicipalityOptions gives.
import data from './municipalities.json'
import { municipalityLabel } from './rules'
import { type Municipality, type MunicipalityOption, municipalityListSchema } from './schema'

const municipalities = municipalityListSchema.parse(data)
const byCode = new Map(municipalities.map((municipality) => [municipality.code, municipality]))

/** The gemeente with this CBS code ("GM0344"), or undefined when there is none. */
export function findMunicipality(code: string): Municipality | undefined {
  return byCode.get(code)
}

/** How the gemeente is called, or the other organisation, that somebody works for. */
export function workplaceName(person: { municipalityCode: string | null; organisation: string | null }): string {
  const municipality = person.municipalityCode ? findMunicipality(person.municipalityCode) : undefined
  return municipality ? municipalityLabel(municipality) : (person.organisation ?? person.municipalityCode ?? '')
}

/** All 342, sorted as people look for them: Den Haag under the D. */
export function listMunicipalityOptions(): MunicipalityOption[] {
  return options
}

const dutch = new Intl.Collator('nl')
const options = municipalities.map(toOption).sort((a, b) => dutch.compare(a.label, b.label))

function toOption(municipality: Municipality): MunicipalityOption {
  const { code, name, otherNames = [], province, domain, otherDomains = [] } = municipality
  const label = municipalityLabel(municipality)
  const hidden = label.includes(name) ? otherNames : [name, ...otherNames]
  const domains = [domain, ...otherDomains]
  return { value: code, label, province, domains, ...(hidden.length > 0 && { otherNames: hidden }) }
}
