import { siteUrl } from '@/lib/platform/env'
import { type LinkOwner, personalToken } from '@/lib/platform/personal-token'
import { routes } from '@/lib/platform/routes'

/** Stands in a frozen mail where the personal link to take part goes. Such a name never leads anywhere (RFC 2606, 2). */
export const takePartMark = 'https://persoonlijke-link.invalid/deelnemen'

/** The same text with another address in place of the mark. */
export const replacePersonalLink = (text: string, address: string) => text.replaceAll(takePartMark, address)

/** The same text with the link of this participant in place of the mark, signed with the secret of `secretMark`. */
export const fillPersonalLink = (text: string, owner: LinkOwner, secretMark: string | null) =>
  replacePersonalLink(text, `${siteUrl()}${routes.takePart(personalToken('take-part', owner, secretMark))}`)

/** The same text for somebody else's eyes. */
export const hidePersonalLink = (text: string) => replacePersonalLink(text, '#persoonlijke-link')
