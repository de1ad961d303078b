import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { BrandStripe } from '@/components/site-frame/brand-stripe'
import { SkipLink } from '@/components/site-frame/skip-link'
import './base.css'
import './design-system.css'
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
        <SkipLink />
        <BrandStripe />
        {children}
      </body>
    </html>
  )
}
