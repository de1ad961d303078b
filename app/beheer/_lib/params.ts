import { notFound } from 'next/navigation'
import { z } from 'zod'

/** An id from an address or an action, in lower case. Ends as not found when it is no UUID. */
export function idOr404(value: unknown): string {
  return z.guid().safeParse(value).data?.toLowerCase() ?? notFound()
}

/** The page of a list from `?pagina=`; the first when it is not a number. */
export function pageNumber(text: unknown): number {
  const parsed = z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .safeParse(text)
  return parsed.success ? Number(parsed.data) : 1
}

/** The entry of `?gelukt=` in a record of flash messages, or `null`. */
export const flashFor = <Flash>(flashes: Record<string, Flash>, value: unknown): Flash | null =>
  (typeof value === 'string' && Object.hasOwn(flashes, value) && flashes[value]) || null
