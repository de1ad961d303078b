'use client'

import { useSyncExternalStore } from 'react'
import { Callout } from '@/components/ui/callout'

/** Origin and path of the address bar, as one text. It does not change while this page is shown. */
const readAddress = () => `${window.location.origin}\n${window.location.pathname}${window.location.search}`
const subscribe = () => () => {}

/**
 * Warns a visitor whose address bar shows another origin than that of an https site, with a link to this page there: forms
 * and logins may not work at the other address. Only the browser knows, because a proxy may change what the site receives.
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
