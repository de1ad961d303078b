import { Page } from '@/components/layout/page'
import { NothingToChange } from '@/components/own/nothing-to-change'
import { OwnAddressForm } from '@/components/own/own-address-form'
import { PendingAddress } from '@/components/own/pending-address'
import { UnknownOwnLink } from '@/components/own/unknown-own-link'
import { whyAsked } from '@/components/privacy/why-asked'
import { clock } from '@/lib/platform/clock'
import { keepTerms } from '@/lib/platform/env'
import { getOwnSignUp } from '@/lib/registrations/own'
import { findPendingAddress } from '@/lib/registrations/own-address'
import { canChangeAddress, ownStandingOf } from '@/lib/registrations/own-rules'
import { askAddressAction, keepAddressAction } from './actions'

export default async function OwnAddressPage({ params, searchParams }: PageProps<'/aanmelding/[token]/adres'>) {
  const [{ token }, { gelukt }] = await Promise.all([params, searchParams])
  const found = await getOwnSignUp(token)
  if (!found) return <UnknownOwnLink />
  const now = clock.now()
  const standing = ownStandingOf(found, now)
  if (!canChangeAddress(standing)) {
    return (
      <Page width="reading">
        <NothingToChange token={token} session={found.session} standing={standing} />
      </Page>
    )
  }
  const pending = await findPendingAddress(found, now)
  return (
    <Page width="reading">
      <OwnAddressForm
        action={askAddressAction.bind(null, token)}
        token={token}
        session={found.session}
        why={whyAsked(keepTerms())}
        email={found.email}
        asksAgain={pending !== null}
      >
        <PendingAddress
          pending={pending}
          email={found.email}
          done={gelukt === 'asked' || gelukt === 'withdrawn' ? gelukt : null}
          keep={keepAddressAction.bind(null, token)}
        />
      </OwnAddressForm>
    </Page>
  )
}
