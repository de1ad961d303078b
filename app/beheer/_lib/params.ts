import { notFound } from 'next/navigation'
import { z } from 'zod'

/** An id from the address; what is no UUID cannot exist. */
export function idOr404(text: string): string {
  return z.guid().safeParse(text).success ? text.toLowerCase() : notFound()
}

/** The page of a list from `?pagina=`; the first when it is not a number. */
export function pageNumber(text: unknown): number {
  const parsed = z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .safeParse(text)
  return parsed.success ? Number(parsed.data) : 1
}
