import { siteUrl } from '@/lib/platform/env'
import { type LinkOwner, personalToken } from '@/lib/platform/personal-token'
import { routes } from '@/lib/platform/routes'

/** Stands in a frozen mail where the personal link to take part goes. Such a name never leads anywhere (RFC 2606, 2). */
export const takePartMark = 'https://persoonlijke-link.invalid/deelnemen'

/** The same text with the link of this participant in place of the mark. */
export function fillPersonalLink(text: string, owner: LinkOwner): string {
  return text.replaceAll(takePartMark, `${siteUrl()}${routes.takePart(personalToken('take-part', owner))}`)
}

/** The same text for somebody else's eyes. */
export const hidePersonalLink = (text: string) => text.replaceAll(takePartMark, '#persoonlijke-link')
