import { siteUrl } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'

const validityMs = 90 * 24 * 60 * 60 * 1000

/**
 * Returns the content of security.txt (RFC 9116). `contact` is an e-mail address or an https link. It expires 90 days after
 * `now`, so that it stays valid while the site runs.
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
