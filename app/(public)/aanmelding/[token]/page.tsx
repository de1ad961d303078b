import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { OwnSignUp } from '@/components/own/own-sign-up'
import { UnknownOwnLink } from '@/components/own/unknown-own-link'
import { clock } from '@/lib/platform/clock'
import { personalToken } from '@/lib/platform/personal-token'
import { routes } from '@/lib/platform/routes'
import { getOwnSignUp } from '@/lib/registrations/own'
import { ownStandingOf } from '@/lib/registrations/rules'

// The address is somebody's key, as that of the page to take part is.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** What somebody sent, how it stands, and all that they can do with it. Only looks: mail scanners open this page. */
export default async function OwnSignUpPage({ params }: PageProps<'/aanmelding/[token]'>) {
  const { token } = await params
  const found = await getOwnSignUp(token)
  if (!found) return <UnknownOwnLink />
  const standing = ownStandingOf(found, clock.now())
  const takePlace = standing === 'offered' ? routes.takePlace(personalToken('take-place', found)) : null
  return (
    <Page width="reading">
      <OwnSignUp signUp={found} standing={standing} takePlace={takePlace} ways={[]} />
    </Page>
  )
}
