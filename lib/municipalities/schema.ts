import { z } from 'zod'

export const provinces = [
  'Drenthe',
  'Flevoland',
  'Fryslân',
  'Gelderland',
  'Groningen',
  'Limburg',
  'Noord-Brabant',
  'Noord-Holland',
  'Overijssel',
  'Utrecht',
  'Zeeland',
  'Zuid-Holland',
] as const

const domain = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)

/**
 * Schema of a Dutch municipality. Codes and names: CBS, Gemeentelijke indeling 2026, unchanged since 1 January 2023.
 * `displayName` and `otherNames` have no official source. Mail domains come from public address lists of 2022-2024. Forms
 * use domains only to suggest a municipality: they do not prove where a person works.
 */
export const municipalitySchema = z.strictObject({
  code: z.string().regex(/^GM\d{4}$/),
  name: z.string().min(1),
  displayName: z.string().min(1).optional(),
  otherNames: z.array(z.string().min(1)).optional(),
  province: z.enum(provinces),
  domain,
  otherDomains: z.array(domain).optional(),
  /** Last day on which the municipality exists. Later, forms do not offer it, but older registrations keep its name. */
  until: z.iso.date().optional(),
})

export const municipalityListSchema = z.array(municipalitySchema).min(1)

export type Municipality = z.infer<typeof municipalitySchema>

/** A municipality as an option in a form. `value` is the CBS code; `otherNames` are searched but not shown. */
export type MunicipalityOption = {
  value: string
  label: string
  otherNames?: readonly string[]
  province: string
  domains: readonly string[]
}
