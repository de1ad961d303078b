import { siteUrl } from '@/lib/platform/env'
import { type LinkOwner, personalToken } from '@/lib/platform/personal-token'
import { routes } from '@/lib/platform/routes'

/** Stand in a frozen mail where a personal link goes. Such a name never leads anywhere (RFC 2606, 2). */
export const takePartMark = 'https://persoonlijke-link.invalid/deelnemen'
export const takePlaceMark = 'https://persoonlijke-link.invalid/plek'

/** The same text with another address in place of each mark. */
export const replacePersonalLink = (text: string, address: string) =>
  text.replaceAll(takePartMark, address).replaceAll(takePlaceMark, address)

/** The same text with the links of this participant in place of the marks, signed with the secret of `secretMark`. */
export const fillPersonalLink = (text: string, owner: LinkOwner, secretMark: string | null) =>
  text
    .replaceAll(takePartMark, `${siteUrl()}${routes.takePart(personalToken('take-part', owner, secretMark))}`)
    .replaceAll(takePlaceMark, `${siteUrl()}${routes.takePlace(personalToken('take-place', owner, secretMark))}`)

/** The same text for somebody else's eyes. */
export const hidePersonalLink = (text: string) => replacePersonalLink(text, '#persoonlijke-link')
