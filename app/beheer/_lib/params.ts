import { notFound } from 'next/navigation'
import { z } from 'zod'

/** Returns an id from a URL or an action in lower case. Ends with "not found" if it is no UUID. */
export function idOr404(value: unknown): string {
  return z.guid().safeParse(value).data?.toLowerCase() ?? notFound()
}

/** Returns `null` for `null`, and what `idOr404` returns for any other value. */
export const nullOrIdOr404 = (value: unknown) => (value === null ? null : idOr404(value))

/** Returns the page number in `?pagina=`, or 1 if it is not a number. */
export function pageNumber(text: unknown): number {
  return typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1
}

/** Returns the flash message that `?gelukt=` names, or `null`. */
export const flashFor = <Flash>(flashes: Record<string, Flash>, value: unknown): Flash | null =>
  (typeof value === 'string' && Object.hasOwn(flashes, value) && flashes[value]) || null
