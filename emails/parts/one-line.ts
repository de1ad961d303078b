/** Returns the text on one line, for a subject or a greeting. Line ends and control characters become a space. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

/** Returns a session title between quotes, for a sentence: "de kennissessie ‘Aan de slag’". */
export function sessionName(title: string): string {
  const name = oneLine(title).replace(/^kennissessie:\s*/i, '')
  return `‘${name.charAt(0).toUpperCase()}${name.slice(1)}’`
}
