import { oneLine } from './one-line'

/** Values of placeholders by name, as plain text: `naam` fills `{naam}`. */
export type PlaceholderValues = Record<string, string>

const placeholderPattern = /\{([a-z]+)\}/g

/** Returns the text on one line, with placeholders filled. Unknown placeholders stay as they are. */
export const fillPlaceholders = (text: string, values: PlaceholderValues) =>
  oneLine(text.replace(placeholderPattern, (whole, name: string) => values[name] ?? whole))

type Node = { type: string; value?: string; children?: Node[] }

/** Returns a Markdown transformer. It fills placeholders after parsing, so that no name becomes a link or heading. */
export function remarkFillPlaceholders(values: PlaceholderValues) {
  const visit = (node: Node) => {
    if (node.type !== 'html' && node.value) node.value = fillPlaceholdersInText(node.value, values)
    for (const child of node.children ?? []) visit(child)
  }
  return visit
}

const fillPlaceholdersInText = (text: string, values: PlaceholderValues) =>
  text.replace(placeholderPattern, (whole, name: string) => (name in values ? oneLine(values[name] ?? '') : whole))
