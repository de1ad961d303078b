import { compareDutch } from '@/lib/platform/text'
// The list stays on the server; forms get only the options.
import data from './municipalities.json'
import { municipalityLabel } from './rules'
import { type Municipality, type MunicipalityOption, municipalityListSchema } from './schema'

const municipalities = municipalityListSchema.parse(data)
const byCode = new Map(municipalities.map((municipality) => [municipality.code, municipality]))
const options = municipalities.map(toOption).sort((a, b) => compareDutch(a.label, b.label))

/** Finds a municipality by its CBS code ("GM0344"). */
export const findMunicipality = (code: string) => byCode.get(code)

/** Returns the label of the municipality, or the name of the other organisation. */
export function workplaceName(person: { municipalityCode: string | null; organisation: string | null }): string {
  const municipality = person.municipalityCode ? findMunicipality(person.municipalityCode) : undefined
  return municipality ? municipalityLabel(municipality) : (person.organisation ?? person.municipalityCode ?? '')
}

/** Returns all municipalities by label, in Dutch order: Den Haag is under D. */
export const listMunicipalityOptions = () => options

function toOption(municipality: Municipality): MunicipalityOption {
  const { code, name, otherNames = [], province, domain, otherDomains = [] } = municipality
  const label = municipalityLabel(municipality)
  const hidden = label.includes(name) ? otherNames : [name, ...otherNames]
  const domains = [domain, ...otherDomains]
  return { value: code, label, province, domains, ...(hidden.length > 0 && { otherNames: hidden }) }
}
