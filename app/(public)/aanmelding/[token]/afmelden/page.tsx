import { Page } from '@/components/layout/page'
import { OwnCancel } from '@/components/own-sign-up/own-cancel'
import { UnknownOwnLink } from '@/components/own-sign-up/unknown-own-link'
import { getOwnSignUp } from '@/lib/own-sign-up/queries'
import { ownStandingOf } from '@/lib/own-sign-up/rules'
import { clock } from '@/lib/platform/clock'
import { canRegister } from '@/lib/sessions/rules'
import { cancelOwnAction } from './actions'

/** Only looks: mail scanners open this page, and some run its script. Pressing the button is what counts. */
export default async function OwnCancelPage({ params }: PageProps<'/aanmelding/[token]/afmelden'>) {
  const { token } = await params
  const found = await getOwnSignUp(token)
  if (!found) return <UnknownOwnLink />
  const now = clock.now()
  return (
    <Page width="reading">
      <OwnCancel
        token={token}
        session={found.session}
        standing={ownStandingOf(found, now)}
        canSignUp={canRegister(found.session, now)}
        action={cancelOwnAction.bind(null, token)}
      />
    </Page>
  )
}
