import { markActionEntered } from '@/lib/platform/action-entry'

/**
 * What stands in a personal link; a dash for what cannot stand there. Anybody can call an action with anything, and it goes
 * back into an address.
 */
export function tokenOrDash(input: unknown): string {
  markActionEntered()
  return typeof input === 'string' && /^[\w.-]{1,300}$/.test(input) ? input : '-'
}
