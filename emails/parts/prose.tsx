import { type ComponentProps, createElement, type ReactNode } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkBreaks from 'remark-breaks'
import remarkGfm from 'remark-gfm'
import { remarkOfferedSyntax } from '@/lib/platform/markdown'
import { Paragraph, TextLink } from './blocks'
import { type PlaceholderValues, remarkFillPlaceholders } from './placeholders'
import { styles } from './styles'

const styled =
  (tag: string, attributes: ComponentProps<'th'>) =>
  ({ children }: { children?: ReactNode }) =>
    createElement(tag, attributes, children)

const heading = styled('h3', { className: 'text', style: styles.h3 })

const components: Components = {
  p: ({ children }) => <Paragraph>{children}</Paragraph>,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  a: ({ href, children }) => (href ? <TextLink url={href}>{children}</TextLink> : children),
  ul: styled('ul', { className: 'text', style: styles.list }),
  ol: ({ children, start }) => (
    <ol className="text" style={styles.list} start={start}>
      {children}
    </ol>
  ),
  table: styled('table', { className: 'text data', style: styles.table }),
  th: styled('th', { scope: 'col', className: 'line', style: styles.cell }),
  td: styled('td', { className: 'line', style: styles.cell }),
}

const allowedElements = [
  ...['p', 'h1', 'h2', 'h3', 'h4', 'a', 'ul', 'ol', 'li', 'strong', 'em', 'bdi', 'br'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]
const allowedLinkScheme = /^(https?:|mailto:)/i
const offeredSyntax = { images: false, isAllowedUrl: (url: string) => allowedLinkScheme.test(url) }

/**
 * Renders Markdown: text, headings, lists, tables and links (http, https, mailto). Other syntax stays as typed, also HTML
 * and images. By the class `written`, previews mark what was formatted.
 */
export const Prose = ({ text, values = {} }: { text: string; values?: PlaceholderValues }) => (
  <div className="written">
    <ReactMarkdown
      remarkPlugins={[remarkGfm, [remarkOfferedSyntax, offeredSyntax], remarkBreaks, [remarkFillPlaceholders, values]]}
      allowedElements={allowedElements}
      unwrapDisallowed
      skipHtml
      urlTransform={(address) => (allowedLinkScheme.test(address) ? address : undefined)}
      components={components}
    >
      {text}
    </ReactMarkdown>
  </div>
)
