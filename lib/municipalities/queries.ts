import { compareDutch } from '@/lib/platform/text'
// The list stays on the server; forms get only the options.
import data from './municipalities.json'
import { municipalityLabel } from './rules'
import { type Municipality, type MunicipalityOption, municipalityListSchema } from './schema'

const municipalities = municipalityListSchema.parse(data)
const byCode = new Map(municipalities.map((municipality) => [municipality.code, municipality]))
const options = municipalities.map(toOption).sort((a, b) => compareDutch(a.label, b.label))

/** Returns the municipality with this CBS code ("GM0344"), or `undefined` for an unknown code. */
export const findMunicipality = (code: string) => byCode.get(code)

/** Returns the label of the person's municipality, or else the name of the person's organisation. */
export function workplaceName(person: { municipalityCode: string | null; organisation: string | null }): string {
  const municipality = person.municipalityCode ? findMunicipality(person.municipalityCode) : undefined
  return municipality ? municipalityLabel(municipality) : (person.organisation ?? person.municipalityCode ?? '')
}

/** Returns all municipalities as form options, sorted by label in Dutch order: Den Haag is under D. */
export const listMunicipalityOptions = () => options

function toOption(municipality: Municipality): MunicipalityOption {
  const { code, name, otherNames = [], province, domain, otherDomains = [] } = municipality
  const label = municipalityLabel(municipality)
  const hidden = label.includes(name) ? otherNames : [name, ...otherNames]
  const domains = [domain, ...otherDomains]
  return { value: code, label, province, domains, ...(hidden.length > 0 && { otherNames: hidden }) }
}
