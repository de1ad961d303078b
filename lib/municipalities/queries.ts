import { compareDutch } from '@/lib/platform/text'
import { isoDate } from '@/lib/platform/time'
// The list stays on the server; forms get only the options.
import data from './municipalities.json'
import { municipalityLabel } from './rules'
import { type Municipality, type MunicipalityOption, municipalityListSchema } from './schema'

const municipalities = municipalityListSchema.parse(data)
const byCode = new Map(municipalities.map((municipality) => [municipality.code, municipality]))
/** Sorts options by label in Dutch order. */
export const byLabel = (a: MunicipalityOption, b: MunicipalityOption) => compareDutch(a.label, b.label)
const options = municipalities.map(toOption).sort(byLabel)

/** Returns the municipality with this CBS code ("GM0344"), or `undefined` for an unknown code. */
export const findMunicipality = (code: string) => byCode.get(code)

/** Returns the label of the person's municipality, also a former one, or else the name of the person's organisation. */
export function workplaceName(person: { municipalityCode: string | null; organisation: string | null }): string {
  const { municipalityCode, organisation } = person
  return municipalityCode ? optionFor(municipalityCode).label : (organisation ?? '')
}

/** Returns all municipalities, also former ones, as options sorted by label in Dutch order: Den Haag is under D. */
export const listMunicipalityOptions = () => options

/**
 * Returns the municipalities that a form offers: those that exist on the Dutch date of `now`, and the one that the
 * registration already has (`currentCode`), even when it no longer exists.
 */
export function municipalityOptionsAt(now: Date, currentCode: string | null = null): MunicipalityOption[] {
  const today = isoDate(now)
  const existing = options.filter(({ value }) => (byCode.get(value)?.until ?? today) >= today)
  if (!currentCode || existing.some(({ value }) => value === currentCode)) return existing
  return [...existing, optionFor(currentCode)].sort(byLabel)
}

/** Returns the option of a CBS code. Without a known municipality for the code, the label shows the code. */
export function optionFor(code: string): MunicipalityOption {
  const municipality = findMunicipality(code)
  return municipality ? toOption(municipality) : { value: code, label: `Gemeente ${code}`, province: '', domains: [] }
}

function toOption(municipality: Municipality): MunicipalityOption {
  const { code, name, otherNames = [], province, domain, otherDomains = [] } = municipality
  const label = municipalityLabel(municipality)
  const hidden = label.includes(name) ? otherNames : [name, ...otherNames]
  const domains = [domain, ...otherDomains]
  return { value: code, label, province, domains, ...(hidden.length > 0 && { otherNames: hidden }) }
}
