/** Matches line ends of other systems and text formats, also U+2028 and the soft line break of a word processor. */
const lineEnds = /\r\n?|[\v\f\u001C-\u001E\u0085\u2028\u2029]/g

/**
 * Matches characters that are removed from every text: control characters, which PostgreSQL (NUL) and XML 1.0 refuse, lone
 * surrogates, noncharacters such as U+FFFF, and bidi controls, which reverse the words around them.
 */
const unsafeCharacters = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}]/gu

/**
 * Returns the text with `\n` as its only line end, and without characters that make a file malformed or reverse text. Every
 * writer of files and mails calls it, because old rows were stored before forms removed these characters.
 */
export const safeText = (text: string) => text.replace(lineEnds, '\n').replace(unsafeCharacters, '')

/** Returns the text on one line: line ends and other white space become single spaces. */
export const oneLine = (text: string) =>
  safeText(text.replace(/\u001F/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Matches a visible character. `\p{DI}` are default-ignorable characters. The code points after it also look empty: a
 * braille cell, the placeholder of a pasted picture and a null note head.
 */
export const visibleCharacter = /[^\p{M}\p{Z}\p{C}\p{DI}\u2800\uFFFC\u{1D159}]/u

/** Returns typed text with safe characters, in NFC and trimmed. Text without a visible character becomes ''. */
export function cleanLines(text: string): string {
  const cleaned = safeText(text).normalize('NFC').trim()
  return visibleCharacter.test(cleaned) ? cleaned : ''
}

/** Returns typed text on one line with single spaces. Text without a visible character becomes ''. */
export const cleanLine = (text: string) => cleanLines(oneLine(text))

/** Returns the number of code points, in which text limits are given: an emoji of one code point is one. */
export const countCharacters = (text: string): number => [...text].length

/** Returns the text. If it is longer than `maxLength` UTF-16 code units, it is cut between words and gets an ellipsis. */
export function shortenText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  // One character more shows whether the last word fits whole.
  const words = text.slice(0, maxLength + 1).replace(/\s+\S*$/, '')
  return `${words.slice(0, maxLength)}…`
}

/** Compares two texts in Dutch alphabetical order. Case and accents only break ties; numbers sort by value. */
export const compareDutch = new Intl.Collator('nl', { numeric: true }).compare
