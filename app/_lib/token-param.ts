import { markActionEntered } from '@/lib/platform/action-entry'

/**
 * Returns the token of a personal link, or a dash for anything that cannot be one. A server action can be called with any
 * argument, and the token becomes part of a URL.
 */
export function tokenOrDash(input: unknown): string {
  markActionEntered()
  return typeof input === 'string' && /^[\w.-]{1,300}$/.test(input) ? input : '-'
}
