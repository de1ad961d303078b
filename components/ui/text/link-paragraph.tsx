import { Link, Paragraph } from '@utrecht/component-library-react'

/** A link as a paragraph of its own. */
export const LinkParagraph = ({ href, children }: { href: string; children: string }) => (
  <Paragraph>
    <Link href={href}>{children}</Link>
  </Paragraph>
)
