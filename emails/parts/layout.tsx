import type { ReactNode } from 'react'
import { TextLink } from './blocks'
import { Preview, Section, Strands } from './primitives'
import { darkStyles, styles } from './styles'

export type Frame = { heading: string; preview: string; footer: string; children?: ReactNode }

/** Renders a mail: coloured line, product name, heading, content and a footer with the personal links, if any. */
export function Layout(props: Frame & { subject: string; selfServiceUrl?: string; cancelUrl?: string | null }) {
  const { subject, heading, preview, footer, selfServiceUrl, cancelUrl, children } = props
  return (
    <html lang="nl" dir="ltr">
      <head>
        <meta content="text/html; charset=UTF-8" httpEquiv="Content-Type" />
        <meta name="x-apple-disable-message-reformatting" />
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <style>{darkStyles}</style>
      </head>
      <body className="page" style={styles.page}>
        <Preview text={preview} />
        <Section cellStyle={styles.page}>
          <Strands />
          <Section style={styles.column}>
            <p className="text" style={styles.brand} data-skip-in-text="true">
              Aanschuif
            </p>
            <h1 className="text h1" style={styles.h1}>
              {heading}
            </h1>
            {children}
            <Section className="line" style={styles.footer}>
              {selfServiceUrl ? <SelfServiceFooter url={selfServiceUrl} cancelUrl={cancelUrl} /> : null}
              <p className="soft" style={styles.soft}>
                {footer}
              </p>
            </Section>
          </Section>
        </Section>
      </body>
    </html>
  )
}

/**
 * Renders the participant's personal links: to view and, with `cancelUrl`, to cancel the registration. Each link ends
 * its line, because no full stop may follow a URL in the plain-text version of the mail.
 */
const SelfServiceFooter = ({ url, cancelUrl }: { url: string; cancelUrl?: string | null }) => (
  <p className="text" style={styles.text}>
    {cancelUrl ? 'Deze links zijn van jou, geef ze niet door:' : 'Deze link is van jou, geef hem niet door:'}
    <br />
    <TextLink url={url}>{cancelUrl ? 'Bekijk of wijzig je aanmelding' : 'Bekijk je aanmelding'}</TextLink>
    {cancelUrl ? (
      <>
        <br />
        <TextLink url={cancelUrl}>Meld je af</TextLink>
      </>
    ) : null}
  </p>
)
