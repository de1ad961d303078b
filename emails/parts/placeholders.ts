import { oneLine } from '@/lib/platform/text'

/** Values of placeholders by name, as plain text: `naam` fills `{naam}`. */
export type PlaceholderValues = Record<string, string>

const placeholderPattern = /\{([a-z]+)\}/g

/** Returns the text on one line, with placeholders filled. Unknown placeholders stay as they are. */
export const fillPlaceholders = (text: string, values: PlaceholderValues) =>
  oneLine(text.replace(placeholderPattern, (whole, name: string) => values[name] ?? whole))

type Node = { type: string; value?: string; children?: Node[]; data?: { hName: string } }

/** Returns a remark transformer that fills placeholders after parsing, so that no value becomes a link or heading. */
export function remarkFillPlaceholders(values: PlaceholderValues) {
  const visit = (node: Node) => {
    for (const child of node.children ?? []) visit(child)
    if (node.children) node.children = node.children.flatMap((child) => fillText(child, values))
  }
  return visit
}

/** Splits a text node into text and filled placeholders, each in a `<bdi>`, so that its writing direction stays apart. */
function fillText(node: Node, values: PlaceholderValues): Node[] {
  if (node.type !== 'text' || !node.value) return [node]
  // Odd parts are the names between braces.
  return node.value.split(placeholderPattern).flatMap((part, index): Node[] => {
    if (index % 2 === 0) return part ? [{ type: 'text', value: part }] : []
    if (!(part in values)) return [{ type: 'text', value: `{${part}}` }]
    return [
      { type: 'isolate', data: { hName: 'bdi' }, children: [{ type: 'text', value: oneLine(values[part] ?? '') }] },
    ]
  })
}
