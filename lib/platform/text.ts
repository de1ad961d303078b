// Control characters are never typed on purpose; a NUL cannot even be stored in PostgreSQL.
const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/g

/** What somebody typed over several lines: line ends as one character, without control characters and space around it. */
export const cleanLines = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(controlCharacters, '').toWellFormed().normalize('NFC').trim()

/** The same on one line. */
export const cleanLine = (text: string) =>
  cleanLines(text.replace(/[\r\n\t\u2028\u2029]+/g, ' ')).replace(/ {2,}/g, ' ')
