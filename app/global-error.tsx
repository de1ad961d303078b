'use client'

import { routes } from '@/lib/platform/routes'
import './theme.css'
import './base.css'

/** Shown when the root layout fails. Replaces that layout, so it renders `<html>` and imports the styles itself. */
export default function GlobalError() {
  return (
    <html lang="nl">
      <body style={{ fontFamily: 'var(--aanschuif-type)', color: 'var(--aanschuif-ink)', lineHeight: 1.6 }}>
        <title>Er ging iets mis - Aanschuif</title>
        <main style={{ maxWidth: '40rem', margin: '3rem auto', padding: '0 1.25rem' }}>
          <h1>Er ging iets mis bij ons</h1>
          <p style={{ marginBlock: '1rem' }}>Dat ligt niet aan jou. Wacht even en laad de pagina dan opnieuw.</p>
          <p>
            <a href={routes.home()}>Naar alle kennissessies</a>
          </p>
        </main>
      </body>
    </html>
  )
}
