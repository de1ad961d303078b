'use client'

import { useSyncExternalStore } from 'react'
import { Callout } from '@/components/ui/callout'

/** Returns the origin and the path of the current page, on two lines. They do not change while the page is shown. */
const readAddress = () => `${window.location.origin}\n${window.location.pathname}${window.location.search}`
const subscribe = () => () => {}

/**
 * Warns a visitor who opened the page at another origin than an https `siteOrigin`, and links to the page there: forms and
 * logins may fail at the other origin. Only the browser knows it, because a proxy may change what the server receives.
 */
export function AddressNotice({ siteOrigin }: { siteOrigin: string }) {
  const [origin, path] = useSyncExternalStore(subscribe, readAddress, () => '').split('\n')
  if (!origin || origin === siteOrigin || !siteOrigin.startsWith('https:')) return null
  return (
    <Callout tone="alarm" role="alert" title="Dit is niet het adres van deze site.">
      Versturen of inloggen lukt hier misschien niet. Open deze pagina op{' '}
      <a className="utrecht-link utrecht-link--html-a" href={`${siteOrigin}${path}`}>
        {siteOrigin}
      </a>
      .
    </Callout>
  )
}
