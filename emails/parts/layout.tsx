import { Body, Column, Container, Head, Html, Preview, Row, Section, Text } from '@react-email/components'
import type { ReactNode } from 'react'
import { SelfServiceFooter, type SelfServiceLinks } from './self-service-links'
import { darkStyles, strands, styles } from './styles'

type LayoutProps = {
  title: string
  preview: string
  /** To a participant: their own pages. */
  selfServiceLinks?: SelfServiceLinks
  children: ReactNode
  footer: ReactNode
}

/** What every mail has in common: the page, the line of twelve strands, the name, the small print. */
export function Layout({ title, preview, selfServiceLinks, children, footer }: LayoutProps) {
  return (
    <Html lang="nl" dir="ltr">
      <Head>
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <style>{darkStyles}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="page" style={styles.page}>
        <Section data-skip-in-text="true">
          <Row>
            {strands.map((colour) => (
              <Column key={colour} style={{ ...styles.strand, backgroundColor: colour }}>
                &nbsp;
              </Column>
            ))}
          </Row>
        </Section>
        <Container style={styles.column}>
          <Text className="text" style={styles.brand} data-skip-in-text="true">
            Aanschuif
          </Text>
          {children}
          <Section className="line" style={styles.footer}>
            {selfServiceLinks ? <SelfServiceFooter {...selfServiceLinks} /> : null}
            {footer}
          </Section>
        </Container>
      </Body>
    </Html>
  )
}
