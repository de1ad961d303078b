/**
 * Cleans an e-mail address as people paste it: `mailto:`, `Naam <adres>`, quotes, a trailing `;`, `,` or `.`, invisible
 * characters and full-width forms. Returns any other text as it is.
 */
export function cleanEmail(typed: string): string {
  const visible = typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim()
  const [, inBrackets] = /^[^<>]*<([^<>]+)>[\s;,.]*$/.exec(visible) ?? []
  return (inBrackets ?? visible)
    .trim()
    .replace(/^["'<\s]+|["'>;,.\s]+$/g, '')
    .replace(/^mailto:/i, '')
    .replace(/\?(subject|body|cc|bcc)=.*$/i, '')
}

/** Returns whether the text holds more than one address. */
export const holdsSeveralAddresses = (text: string): boolean =>
  text.split(/[\s;,]+/).filter((part) => part.includes('@')).length > 1
