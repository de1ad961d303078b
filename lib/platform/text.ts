// No visitor types control characters on purpose, and PostgreSQL cannot store a NUL.
const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/g

/** Normalises typed text: line ends become `\n`, NFC, without control characters and surrounding space. */
export const cleanLines = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(controlCharacters, '').toWellFormed().normalize('NFC').trim()

/** Normalises typed text to one line: single spaces, NFC, without control characters and surrounding space. */
export const cleanLine = (text: string) =>
  cleanLines(text.replace(/[\r\n\t\u2028\u2029]+/g, ' ')).replace(/ {2,}/g, ' ')

/** Returns the number of code points, as limits and counters count them: an emoji of one code point is one. */
export const countCharacters = (text: string): number => [...text].length

/** Compares two texts in Dutch alphabetical order. Case and accents only break ties; numbers sort by value. */
export const compareDutch = new Intl.Collator('nl', { numeric: true }).compare
