import { InvalidButtonLink } from '@/app/(public)/_components/invalid-link'
import { personalLinkMetadata } from '@/app/(public)/_lib/personal-link-metadata'
import { Page } from '@/components/ui/page/page'
import { clock } from '@/lib/platform/clock'
import { getOffer } from '@/lib/registrations/self-service/queries'
import { acceptOfferRefusal } from '@/lib/registrations/waitlist/rules'
import { canRegister } from '@/lib/sessions/rules'
import { SeatOffer } from './_components/seat-offer'
import { answerOfferAction } from './actions'

export const metadata = personalLinkMetadata

/** Only a button answers the offer: mail scanners open this page, and some run its script. */
export default async function OfferPage({ params }: PageProps<'/plek/[token]'>) {
  const { token } = await params
  const offer = await getOffer(token)
  const now = clock.now()
  const refusal = acceptOfferRefusal(offer, now)
  if (!offer || refusal === 'unknown-link') return <InvalidButtonLink />
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
