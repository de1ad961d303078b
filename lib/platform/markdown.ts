/** Names of the micromark constructs (Markdown syntax) that are disabled. Their characters are shown as typed. */
const disabledConstructs = [
  ...['blockQuote', 'characterEscape', 'characterReference', 'codeFenced', 'codeIndented', 'codeText', 'definition'],
  ...['hardBreakEscape', 'htmlFlow', 'htmlText', 'setextUnderline'],
  ...['gfmFootnoteCall', 'gfmFootnoteDefinition', 'gfmPotentialFootnoteCall', 'strikethrough', 'tasklistCheck'],
]

type Options = { images: boolean; isAllowedUrl: (url: string) => boolean }

/**
 * Remark plugin that allows only this Markdown: headings (#), lists (a dash, a star or consecutive numbers), **bold**,
 * *italic*, [links](https://…), tables with |, and images where `images` is set. All other characters are shown as typed,
 * also those of a link whose address `isAllowedUrl` refuses. Use it after remark-gfm and before plugins that change text.
 */
export function remarkOfferedSyntax(this: Processor, { images, isAllowedUrl }: Options) {
  const data: { micromarkExtensions?: object[] } = this.data()
  const disabled = images ? disabledConstructs : [...disabledConstructs, 'labelStartImage']
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push({ disable: { null: disabled } })
  return (tree: Node, file: { toString: () => string }) => restoreChildren(tree, { source: String(file), isAllowedUrl })
}

type Processor = { data: () => object }
type Context = { source: string; isAllowedUrl: Options['isAllowedUrl'] }
type Position = { start: { offset?: number }; end: { offset?: number } }
/** The parts of a Markdown node (mdast) that are read here. */
type Node = {
  type: string
  value?: string
  url?: string
  ordered?: boolean | null
  start?: number | null
  spread?: boolean | null
  children?: Node[]
  position?: Position
}

const childrenOf = ({ children = [] }: Node) => children

function restoreChildren(parent: Node, context: Context) {
  for (const child of childrenOf(parent)) restoreChildren(child, context)
  if (parent.children) parent.children = parent.children.flatMap((child) => restore(child, context))
}

/** Returns the Markdown node itself if its syntax is allowed, else nodes that show its characters as typed. */
function restore(node: Node, { source, isAllowedUrl }: Context): Node[] {
  const [start, end] = offsets(node)
  const typed = source.slice(start, end)
  if (node.type === 'thematicBreak') return [paragraph([text(typed.trim())])]
  if (node.type === 'list') return isOfferedList(node, source) ? [node] : typedList(node, source)
  if (node.type === 'link' && (typed.startsWith('<') || !isAllowedUrl(node.url ?? ''))) return typedLink(node, source)
  if (node.type !== 'emphasis' && node.type !== 'strong') return [node]
  const isInsideWord = /[\p{L}\p{N}\\]/u.test(`${source.slice(0, start).at(-1) ?? ''}${source.charAt(end)}`)
  if (typed.startsWith('*') && !isInsideWord) return [node]
  const marker = text(typed.slice(0, node.type === 'strong' ? 2 : 1))
  return [marker, ...childrenOf(node), marker]
}

const text = (value: string): Node => ({ type: 'text', value })
const paragraph = (children: Node[]): Node => ({ type: 'paragraph', children })
const lineBreak: Node = { type: 'break' }
const offsets = ({ position }: Node): [number, number] => [position?.start.offset ?? 0, position?.end.offset ?? 0]

/** Returns the marker of each list item as it was typed, with the space after it: "- ", "3. ". */
const itemMarkers = (list: Node, source: string) =>
  childrenOf(list).map((item) => {
    const [start, end] = offsets(item)
    const [first] = childrenOf(item)
    return source.slice(start, first ? offsets(first)[0] : end)
  })

/** Returns whether all items start with a dash or star, or with consecutive numbers. Only such a list is shown as one. */
function isOfferedList(list: Node, source: string): boolean {
  const markers = itemMarkers(list, source)
  if (!list.ordered) return markers.every((marker) => /^[-*]/.test(marker))
  return markers.every((marker, index) => marker.trimEnd() === `${(list.start ?? 1) + index}.`)
}

/** Returns the items of a list with other markers as paragraphs that start with the typed marker. */
function typedList(list: Node, source: string): Node[] {
  const markers = itemMarkers(list, source)
  const items = childrenOf(list).map((item, index): Node[] => {
    const [first, ...rest] = childrenOf(item)
    const marker = text(markers[index] ?? '')
    return first?.type === 'paragraph'
      ? [paragraph([marker, ...childrenOf(first)]), ...rest]
      : [paragraph([marker]), ...childrenOf(item)]
  })
  const isTight = items.every(([first, ...rest]) => first?.type === 'paragraph' && rest.length === 0)
  if (list.spread || !isTight) return items.flat()
  const lines = items.flat().map(childrenOf)
  return [paragraph(lines.flatMap((line, index) => (index > 0 ? [lineBreak, ...line] : line)))]
}

/** Returns a refused link as typed text. `<address>` stays a link, between typed brackets. */
function typedLink(link: Node, source: string): Node[] {
  const [start, end] = offsets(link)
  if (source.charAt(start) === '<') return [text('<'), link, text('>')]
  const [first] = childrenOf(link)
  const last = childrenOf(link).at(-1)
  if (!first || !last) return [text(source.slice(start, end))]
  return [text(source.slice(start, offsets(first)[0])), ...childrenOf(link), text(source.slice(offsets(last)[1], end))]
}
