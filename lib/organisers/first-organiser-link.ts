import { siteUrl } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { sign, verify } from '@/lib/platform/tokens'

const keyPayload = 'first-organiser'

/** Link to create the first organiser. It works until there is one. */
export function firstOrganiserLink(): string {
  return `${siteUrl()}${routes.firstOrganiserSetup(sign('first-organiser', keyPayload))}`
}

/** True if `key` comes from the link to create the first organiser. */
export function isFirstOrganiserKey(key: string): boolean {
  return verify('first-organiser', key) === keyPayload
}
