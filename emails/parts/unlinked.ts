// Invisible, and no part of any address, so that mail programs see no link around it.
const wordJoiner = '\u2060'

/** Returns the text with invisible characters, so that mail programs make no link of what a stranger typed. */
export const unlinked = (text: string) =>
  text.replace(/[@:/](?=\S)|[.\u3002\uFF0E\uFF61](?=[\p{L}\p{N}]{2})/gu, (character) => character + wordJoiner)
