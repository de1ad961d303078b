import { Page } from '@/components/layout/page'
import { OwnSignUp } from '@/components/own-sign-up/own-sign-up'
import { waysOf } from '@/components/own-sign-up/own-ways'
import { UnknownOwnLink } from '@/components/own-sign-up/unknown-own-link'
import { findPendingAddress, getOwnSignUp } from '@/lib/own-sign-up/queries'
import { getsMail, openPartsOf, ownStandingOf, whyNotCancel, whyNotHandOver } from '@/lib/own-sign-up/rules'
import type { OwnStanding } from '@/lib/own-sign-up/schema'
import { clock } from '@/lib/platform/clock'
import { personalToken } from '@/lib/platform/personal-token'
import { type OwnDone, routes } from '@/lib/platform/routes'
import { canOffer } from '@/lib/registrations/rules'
import { canRegister } from '@/lib/sessions/rules'

/** What somebody sent, how it stands, and all that they can do with it. Only looks: mail scanners open this page. */
export default async function OwnSignUpPage({ params, searchParams }: PageProps<'/aanmelding/[token]'>) {
  const [{ token }, { gelukt }] = await Promise.all([params, searchParams])
  const found = await getOwnSignUp(token)
  if (!found) return <UnknownOwnLink />
  const now = clock.now()
  const standing = ownStandingOf(found, now)
  const done = doneOf(gelukt, standing)
  const choices = {
    takePart: standing === 'signed-up' && found.released ? routes.takePart(personalToken('take-part', found)) : null,
    canCancel: standing !== 'cancelled' && whyNotCancel(standing) === null,
    canHandOver: whyNotHandOver({ ...found, standing }, now) === null,
    canChangeAddress: getsMail(standing),
    pendingAddress: (await findPendingAddress(found, now))?.email ?? null,
    parts: openPartsOf(standing, found),
  }
  const takePlace = standing === 'offered' ? routes.takePlace(personalToken('take-place', found)) : null
  return (
    <Page width="reading">
      <OwnSignUp
        signUp={found}
        standing={standing}
        takePlace={takePlace}
        done={done}
        mails={getsMail(standing)}
        ways={waysOf(token, standing, choices)}
        offersOver={!canOffer(found.session, now)}
        canSignUp={canRegister(found.session, now)}
      />
    </Page>
  )
}

/** Only what is still so: the address stays in the bar. */
function doneOf(told: unknown, standing: OwnStanding): OwnDone | null {
  if (told === 'cancelled') return standing === 'cancelled' ? told : null
  return told === 'changed' || told === 'unchanged' || told === 'address' ? told : null
}
