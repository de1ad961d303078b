import { siteUrl } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'

const validityMs = 90 * 24 * 60 * 60 * 1000

/**
 * What security.txt says (RFC 9116): whom to tell of a leak. `contact` is an e-mail address or an https link. It is good for
 * 90 days from `now` on: as long as the site answers, it never lies in the past, and a copy of it ages.
 */
export function securityTxt(contact: string, now: Date): string {
  const expires = new Date(now.getTime() + validityMs).toISOString().replace(/\.\d+/, '')
  return [
    `Contact: ${contact.startsWith('https:') ? contact : `mailto:${contact}`}`,
    `Expires: ${expires}`,
    'Preferred-Languages: nl, en',
    `Canonical: ${siteUrl()}${routes.securityTxt()}`,
    '',
  ].join('\n')
}
