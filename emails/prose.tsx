import { Heading, Link } from '@react-email/components'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkBreaks from 'remark-breaks'
import remarkGfm from 'remark-gfm'
import { oneLine } from './one-line'
import { Paragraph } from './parts'
import { styles } from './style'

/** What stands in place of {naam} and the like, as plain text. */
export type Placeholders = Record<string, string>

const placeholder = /\{([a-z]+)\}/g

/** A text on one line with its placeholders filled in; one that is not known stays as it is. */
export const fillIn = (text: string, values: Placeholders) =>
  oneLine(text.replace(placeholder, (whole, name: string) => values[name] ?? whole))

type Node = { type: string; value?: string; children?: Node[] }

/** After the Markdown was read, so that what somebody typed as their name is never a link or a heading. */
function fillInWords(values: Placeholders) {
  const visit = (node: Node) => {
    if (node.type !== 'html' && node.value) node.value = fillWords(node.value, values)
    for (const child of node.children ?? []) visit(child)
  }
  return visit
}

const fillWords = (text: string, values: Placeholders) =>
  text.replace(placeholder, (whole, name: string) => (name in values ? oneLine(values[name] ?? '') : whole))

const heading: Components['h2'] = ({ children }) => (
  <Heading as="h3" className="text" style={styles.h3}>
    {children}
  </Heading>
)

const components: Components = {
  p: ({ children }) => <Paragraph>{children}</Paragraph>,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
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

const allowed = [
  ...['p', 'h1', 'h2', 'h3', 'h4', 'a', 'ul', 'ol', 'li', 'strong', 'em', 'br'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]
const isLink = /^(https?:|mailto:)/i

/** Markdown that an organiser wrote, or our standard text: words, headings, lists, links and tables, and nothing else. */
export const Prose = ({ text, values = {} }: { text: string; values?: Placeholders }) => (
  <ReactMarkdown
    remarkPlugins={[remarkGfm, remarkBreaks, [fillInWords, values]]}
    allowedElements={allowed}
    unwrapDisallowed
    skipHtml
    urlTransform={(address) => (isLink.test(address) ? address : undefined)}
    components={components}
  >
    {text}
  </ReactMarkdown>
)
