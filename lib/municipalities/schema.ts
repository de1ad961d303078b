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
 * One of the 342 gemeenten. Code and name: CBS, Gemeentelijke indeling 2026 (the set is that of 1 January 2023).
 * What people say (`displayName`, `otherNames`) is ours. The mail domains come from public address lists of
 * 2022-2024: a hint to fill in the form with, never a proof of where somebody works.
 */
export const municipalitySchema = z.strictObject({
  code: z.string().regex(/^GM\d{4}$/),
  name: z.string().min(1),
  displayName: z.string().min(1).optional(),
  otherNames: z.array(z.string().min(1)).optional(),
  province: z.enum(provinces),
  domain,
  otherDomains: z.array(domain).optional(),
})

/** The whole list, as it stands in municipalities.json. */
export const municipalityListSchema = z.array(municipalitySchema).length(342)

export type Municipality = z.infer<typeof municipalitySchema>

/** A gemeente as the form needs it: `value` is the CBS code, `otherNames` can be searched for but are not shown. */
export type MunicipalityOption = {
  value: string
  label: string
  otherNames?: readonly string[]
  province: string
  domains: readonly string[]
}
