import { Page } from '@/components/layout/page'
import { OwnSignUp } from '@/components/own/own-sign-up'
import { waysOf } from '@/components/own/own-ways'
import { UnknownOwnLink } from '@/components/own/unknown-own-link'
import { clock } from '@/lib/platform/clock'
import { personalToken } from '@/lib/platform/personal-token'
import { type OwnDone, routes } from '@/lib/platform/routes'
import { getOwnSignUp } from '@/lib/registrations/own'
import {
  canChangeAddress,
  openPartsOf,
  ownStandingOf,
  whyNotCancel,
  whyNotHandOver,
} from '@/lib/registrations/own-rules'
import { canOffer } from '@/lib/registrations/rules'
import type { OwnStanding } from '@/lib/registrations/schema-own'
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
    canChangeAddress: canChangeAddress(standing),
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
  return told === 'changed' || told === 'address' ? told : null
}
