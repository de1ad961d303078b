/**
 * Returns the token of a personal link, or a dash for anything that cannot be one. A server action can be called with any
 * argument, and the token becomes part of a URL.
 */
export const tokenOrDash = (input: unknown): string =>
  typeof input === 'string' && /^[\w.-]{1,300}$/.test(input) ? input : '-'
