import type { Metadata } from 'next'
import { UnknownLink } from '@/components/session/take-part'
import { Page } from '@/components/ui/page/page'
import { clock } from '@/lib/platform/clock'
import { getOffer } from '@/lib/registrations/self-service/queries'
import { acceptOfferRefusal } from '@/lib/registrations/waitlist/rules'
import { canRegister } from '@/lib/sessions/rules'
import { SeatOffer } from './_components/seat-offer'
import { answerOfferAction } from './actions'

// The address is somebody's key, as that of the page to take part is.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** Only looks: mail scanners open this page, and some run its script. Pressing a button is what counts. */
export default async function OfferPage({ params }: PageProps<'/plek/[token]'>) {
  const { token } = await params
  const offer = await getOffer(token)
  const now = clock.now()
  const refusal = acceptOfferRefusal(offer, now)
  if (!offer || refusal === 'unknown-link') return <UnknownLink />
  return (
    <Page width="reading">
      <SeatOffer
        session={offer.session}
        offerExpiresAt={offer.offerExpiresAt}
        refusal={refusal}
        canRegister={canRegister(offer.session, now)}
        action={answerOfferAction.bind(null, token)}
      />
    </Page>
  )
}
