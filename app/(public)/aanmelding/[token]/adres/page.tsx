import { Page } from '@/components/layout/page'
import { NothingToChange } from '@/components/own-sign-up/nothing-to-change'
import { OwnAddressForm } from '@/components/own-sign-up/own-address-form'
import { PendingAddress } from '@/components/own-sign-up/pending-address'
import { UnknownOwnLink } from '@/components/own-sign-up/unknown-own-link'
import { whyAsked } from '@/components/privacy/why-asked'
import { findPendingAddress, getOwnSignUp } from '@/lib/own-sign-up/queries'
import { getsMail, ownStandingOf } from '@/lib/own-sign-up/rules'
import { clock } from '@/lib/platform/clock'
import { keepTerms } from '@/lib/platform/env'
import { askAddressAction, keepAddressAction } from './actions'

export default async function OwnAddressPage({ params, searchParams }: PageProps<'/aanmelding/[token]/adres'>) {
  const [{ token }, { gelukt }] = await Promise.all([params, searchParams])
  const found = await getOwnSignUp(token)
  if (!found) return <UnknownOwnLink />
  const now = clock.now()
  const standing = ownStandingOf(found, now)
  if (!getsMail(standing)) {
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
