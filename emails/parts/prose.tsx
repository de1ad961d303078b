import { Heading, Link } from '@react-email/components'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkBreaks from 'remark-breaks'
import remarkGfm from 'remark-gfm'
import { Paragraph } from './blocks'
import { oneLine } from './one-line'
import { styles } from './styles'

/** What stands in place of {naam} and the like, as plain text. */
export type PlaceholderValues = Record<string, string>

const placeholderPattern = /\{([a-z]+)\}/g

/** A text on one line with its placeholders filled in; one that is not known stays as it is. */
export const fillPlaceholders = (text: string, values: PlaceholderValues) =>
  oneLine(text.replace(placeholderPattern, (whole, name: string) => values[name] ?? whole))

type Node = { type: string; value?: string; children?: Node[] }

/** After the Markdown was read, so that what somebody typed as their name is never a link or a heading. */
function remarkFillPlaceholders(values: PlaceholderValues) {
  const visit = (node: Node) => {
    if (node.type !== 'html' && node.value) node.value = fillPlaceholdersInText(node.value, values)
    for (const child of node.children ?? []) visit(child)
  }
  return visit
}

const fillPlaceholdersInText = (text: string, values: PlaceholderValues) =>
  text.replace(placeholderPattern, (whole, name: string) => (name in values ? oneLine(values[name] ?? '') : whole))

const Heading3: Components['h2'] = ({ children }) => (
  <Heading as="h3" className="text" style={styles.h3}>
    {children}
  </Heading>
)

const components: Components = {
  p: ({ children }) => <Paragraph>{children}</Paragraph>,
  h1: Heading3,
  h2: Heading3,
  h3: Heading3,
  h4: Heading3,
  a: ({ href, children }) =>
    href ? (
      <Link className="link" style={styles.link} href={href}>
        {children}
      </Link>
    ) : (
      children
    ),
  ul: ({ children }) => (
    <ul className="text" style={styles.list}>
      {children}
    </ul>
  ),
  table: ({ children }) => (
    <table className="text data" style={styles.table}>
      {children}
    </table>
  ),
  th: ({ children }) => (
    <th scope="col" className="line" style={styles.cell}>
      {children}
    </th>
  ),
  td: ({ children }) => (
    <td className="line" style={styles.cell}>
      {children}
    </td>
  ),
  ol: ({ children, start }) => (
    <ol className="text" style={styles.list} start={start}>
      {children}
    </ol>
  ),
}

const allowedElements = [
  ...['p', 'h1', 'h2', 'h3', 'h4', 'a', 'ul', 'ol', 'li', 'strong', 'em', 'br'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]
const allowedLinkScheme = /^(https?:|mailto:)/i

/** Markdown that an organiser wrote, or our standard text: words, headings, lists, links and tables, and nothing else. */
export const Prose = ({ text, values = {} }: { text: string; values?: PlaceholderValues }) => (
  <ReactMarkdown
    remarkPlugins={[remarkGfm, remarkBreaks, [remarkFillPlaceholders, values]]}
    allowedElements={allowedElements}
    unwrapDisallowed
    skipHtml
    urlTransform={(address) => (allowedLinkScheme.test(address) ? address : undefined)}
    components={components}
  >
    {text}
  </ReactMarkdown>
)
