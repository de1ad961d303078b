import { siteUrl } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { sign, verify } from '@/lib/platform/tokens'

const keyPayload = 'first-organiser'

/** The link that makes the first organiser; it works until there is one. */
export function firstOrganiserLink(): string {
  return `${siteUrl()}${routes.firstOrganiserSetup(sign('first-organiser', keyPayload))}`
}

/** Whether `key` comes from that link. */
export function isFirstOrganiserKey(key: string): boolean {
  return verify('first-organiser', key) === keyPayload
}
