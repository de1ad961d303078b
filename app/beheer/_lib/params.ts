import { notFound } from 'next/navigation'
import { z } from 'zod'

/** Returns a UUID from a URL or an action's argument in lower case. Shows the "not found" page for any other value. */
export function idOr404(value: unknown): string {
  return z.guid().safeParse(value).data?.toLowerCase() ?? notFound()
}

/** Returns `null` for `null`, and what `idOr404` returns for any other value. */
export const nullOrIdOr404 = (value: unknown) => (value === null ? null : idOr404(value))

/** Returns the page number in the text of `?pagina=`, or 1 if it is not a positive number. */
export function pageNumber(text: unknown): number {
  return typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1
}

/** Returns the message in `flashes` that the value of `?gelukt=` names, or `null` if it names none. */
export const flashFor = <Flash>(flashes: Record<string, Flash>, value: unknown): Flash | null =>
  (typeof value === 'string' && Object.hasOwn(flashes, value) && flashes[value]) || null
