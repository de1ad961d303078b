import { siteUrl } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'

const validityMs = 90 * 24 * 60 * 60 * 1000

/** Returns a security.txt (RFC 9116) that expires 90 days after `now`. `contact` is an e-mail address or an https link. */
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
