import { oneLine } from '@/lib/platform/text'

/** Returns a session title between quotes, for a sentence: "de kennissessie ‘Aan de slag’". */
export function quotedTitle(title: string): string {
  const name = oneLine(title).replace(/^kennissessie:\s*/i, '')
  return `‘${name.charAt(0).toUpperCase()}${name.slice(1)}’`
}
