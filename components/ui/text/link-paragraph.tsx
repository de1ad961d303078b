import { Link, Paragraph } from '@utrecht/component-library-react'

export const LinkParagraph = ({ href, children }: { href: string; children: string }) => (
  <Paragraph>
    <Link href={href}>{children}</Link>
  </Paragraph>
)
