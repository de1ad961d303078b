import {
  Figure,
  FigureCaption,
  Heading,
  Link,
  OrderedList,
  Paragraph,
  UnorderedList,
} from '@utrecht/component-library-react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkBreaks from 'remark-breaks'
import remarkGfm from 'remark-gfm'
import { Table } from '@/components/ui/table'
import { remarkOfferedSyntax } from '@/lib/platform/markdown'
import styles from './markdown.module.css'
import { imagesToFigures, safeUrl, shiftHeadings } from './markdown-plugins'
import { publicImageSize } from './public-images'

const allowedElements = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['p', 'ul', 'ol', 'li', 'a', 'img', 'figure', 'figcaption', 'strong', 'em', 'br'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]

const components: Components = {
  h2: ({ children }) => <Heading level={2}>{children}</Heading>,
  h3: ({ children }) => <Heading level={3}>{children}</Heading>,
  h4: ({ children }) => <Heading level={4}>{children}</Heading>,
  p: ({ children }) => <Paragraph>{children}</Paragraph>,
  a: ({ href, children }) => (href ? <Link href={href}>{children}</Link> : children),
  ul: ({ children }) => <UnorderedList role={undefined}>{children}</UnorderedList>,
  ol: ({ children, start }) => (
    <OrderedList role={undefined} start={start}>
      {children}
    </OrderedList>
  ),
  figure: ({ children }) => <Figure>{children}</Figure>,
  figcaption: ({ children }) => <FigureCaption>{children}</FigureCaption>,
  // An image with a forbidden URL becomes its alternative text. Its size reserves the space that it takes once loaded.
  img: ({ src, alt = '' }) =>
    typeof src === 'string' && src ? <img src={src} alt={alt} {...publicImageSize(src)} loading="lazy" /> : alt,
  table: ({ children }) => (
    <Table caption="Tabel" hideCaption>
      {children}
    </Table>
  ),
}

const offeredSyntax = { images: true, isAllowedUrl: (url: string) => safeUrl(url, 'href') !== undefined }

type Props = {
  text: string
  /** Level that the highest heading of the text gets. */
  headingLevel: 2 | 3
}

/**
 * Shows Markdown that an organiser wrote; line breaks stay. It shows only text, links, lists, tables and images of this site.
 * Other syntax and raw HTML stay text; `safeUrl` removes other URLs.
 */
export function Markdown({ text, headingLevel }: Props) {
  return (
    <div className={styles.text} data-markdown>
      <ReactMarkdown
        remarkPlugins={[remarkGfm, [remarkOfferedSyntax, offeredSyntax], remarkBreaks]}
        rehypePlugins={[[shiftHeadings, headingLevel], imagesToFigures]}
        allowedElements={allowedElements}
        unwrapDisallowed
        skipHtml
        urlTransform={safeUrl}
        components={components}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
}
