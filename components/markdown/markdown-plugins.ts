import type { ExtraProps } from 'react-markdown'

type Element = NonNullable<ExtraProps['node']>
type Content = Element['children'][number]
type Parent = { children: Content[] }

const siteOrigin = 'https://hier.invalid'

/**
 * Returns the URL of a link or image, or undefined if it is not allowed. Links may use http(s), mailto or a path of this
 * site. Images may only use a path of this site: another site would learn about visitors. `key` is `href` or `src`.
 */
export function safeUrl(address: string, key: string): string | undefined {
  if (URL.canParse(address)) {
    const { protocol, href } = new URL(address)
    return key !== 'src' && ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined
  }
  if (!address.startsWith('/') || !URL.canParse(address, siteOrigin)) return undefined
  const { origin, pathname, search, hash } = new URL(address, siteOrigin)
  // "//elders.nl" and "/\elders.nl" look like a path, but lead to another site.
  return origin === siteOrigin && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : undefined
}

const isElement = (node: Content): node is Element => node.type === 'element'
const headingDepth = (node: Element) => Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0)

function descendantElements(node: Parent): Element[] {
  return node.children.filter(isElement).flatMap((child) => [child, ...descendantElements(child)])
}

/** Returns a rehype plugin that shifts all headings, so that the highest gets `level`. None gets lower than h4. */
export function shiftHeadings(level: number) {
  return (tree: Parent) => {
    const headings = descendantElements(tree).filter((node) => headingDepth(node) > 0)
    const highest = Math.min(...headings.map(headingDepth))
    for (const node of headings) node.tagName = `h${Math.min(4, level + headingDepth(node) - highest)}`
  }
}

/** Returns a rehype plugin that turns an image alone in its paragraph into a figure, with its title as caption. */
export function imagesToFigures() {
  return (tree: Parent) => {
    for (const node of descendantElements(tree)) {
      const [only, ...others] = node.children
      if (node.tagName !== 'p' || !only || others.length > 0 || !isElement(only) || only.tagName !== 'img') continue
      const { title, ...properties } = only.properties
      node.tagName = 'figure'
      node.children = [{ ...only, properties }]
      if (typeof title !== 'string' || title === '') continue
      const caption: Content = { type: 'text', value: title }
      node.children.push({ type: 'element', tagName: 'figcaption', properties: {}, children: [caption] })
    }
  }
}
