import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { ConfirmAddress } from '@/components/own-sign-up/confirm-address'
import { UnknownOwnLink } from '@/components/own-sign-up/unknown-own-link'
import { getAddressRequest } from '@/lib/own-sign-up/confirm-address'
import { clock } from '@/lib/platform/clock'
import { confirmAddressAction } from './actions'

// The address is somebody's key, as that of the page to take part is.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** Only looks: mail scanners open this page, and some run its script. Pressing the button is what counts. */
export default async function ConfirmAddressPage({ params }: PageProps<'/aanmelding/nieuw-adres/[token]'>) {
  const { token } = await params
  const found = await getAddressRequest(token, clock.now())
  if (!found) return <UnknownOwnLink />
  return (
    <Page width="reading">
      <ConfirmAddress {...found} action={confirmAddressAction.bind(null, token)} />
    </Page>
  )
}
