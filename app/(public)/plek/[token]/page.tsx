import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { UnknownLink } from '@/components/session/take-part'
import { TakePlace } from '@/components/session/take-place'
import { clock } from '@/lib/platform/clock'
import { getOffer } from '@/lib/registrations/queries'
import { whyNotTakePlace } from '@/lib/registrations/rules'
import { canRegister } from '@/lib/sessions/rules'
import { answerOffer } from './actions'

// The address is somebody's key, as that of the page to take part is.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** Only looks: mail scanners open this page, and some run its script. Pressing a button is what counts. */
export default async function TakePlacePage({ params }: PageProps<'/plek/[token]'>) {
  const { token } = await params
  const found = await getOffer(token)
  const now = clock.now()
  const refusal = whyNotTakePlace(found, now)
  if (!found || refusal === 'unknown-link') return <UnknownLink />
  return (
    <Page width="reading">
      <TakePlace
        session={found.session}
        until={found.offerExpiresAt}
        refusal={refusal}
        canSignUp={canRegister(found.session, now)}
        action={answerOffer.bind(null, token)}
      />
    </Page>
  )
}
