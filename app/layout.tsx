import { SkipLink } from '@utrecht/component-library-react'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { AddressNotice } from '@/components/site-frame/address-notice'
import styles from '@/components/site-frame/brand-stripe.module.css'
import { siteUrl } from '@/lib/platform/env'
import './base.css'
import './design-system.css'
import './flow.css'
import './theme.css'
import './print.css'

// All pages depend on the current time, so none is prerendered.
export const dynamic = 'force-dynamic'

// Each page sets its own title: after a failed submission a form also puts "Fout: …" in it.
export const metadata: Metadata = { formatDetection: { telephone: false, date: false, address: false, email: false } }

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffdf9' },
    { media: '(prefers-color-scheme: dark)', color: '#16141f' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="nl">
      <body className="utrecht-document">
        {/* Every page has a `<main id="inhoud" tabIndex={-1}>`. */}
        <SkipLink href="#inhoud">Naar de inhoud</SkipLink>
        <div className={styles.line} aria-hidden="true" />
        <AddressNotice siteOrigin={new URL(siteUrl()).origin} />
        {children}
      </body>
    </html>
  )
}
