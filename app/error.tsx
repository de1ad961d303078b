'use client'

import { routes } from '@/lib/platform/routes'

/** Shown after an unexpected error. Has inline styles, because every page would preload a stylesheet of this one. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main id="inhoud" tabIndex={-1} style={{ maxInlineSize: '40rem', marginInline: 'auto', padding: '3rem 1.25rem' }}>
      <title>Er ging iets mis - Aanschuif</title>
      <h1 className="utrecht-heading-1">Er ging iets mis bij ons</h1>
      <p style={{ marginBlock: '1rem 1.75rem' }}>Dat ligt niet aan jou. Wacht even en probeer het dan nog een keer.</p>
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: '1rem 1.5rem', alignItems: 'center' }}>
        <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={reset}>
          Probeer het opnieuw
        </button>
        <a className="utrecht-link utrecht-link--html-a" href={routes.home()}>
          Naar alle kennissessies
        </a>
      </p>
    </main>
  )
}
