/**
 * What stands in a personal link; a dash for what cannot stand there. Anybody can call an action with anything, and it goes
 * back into an address.
 */
export const tokenOrDash = (input: unknown): string =>
  typeof input === 'string' && /^[\w.-]{1,300}$/.test(input) ? input : '-'
