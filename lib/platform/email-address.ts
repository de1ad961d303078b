import { z } from 'zod'

/** Longest address that SMTP carries (RFC 3696, erratum 1690), in UTF-16 code units. */
export const maxEmailLength = 254

/** Returns whether this is a valid e-mail address. Its domain may hold letters outside ASCII (RFC 5890). */
export function isEmailAddress(address: string): boolean {
  const [, localPart, domain = ''] = address.match(/^(.*)@([\p{L}\p{M}\p{N}.-]+)$/u) ?? []
  const url = `http://${domain}`
  // URL turns the domain into the ASCII name by which mail servers know it.
  return URL.canParse(url) && z.email().safeParse(`${localPart}@${new URL(url).hostname}`).success
}
