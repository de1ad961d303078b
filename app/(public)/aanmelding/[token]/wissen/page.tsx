import { Page } from '@/components/layout/page'
import { UnknownOwnLink } from '@/components/own-sign-up/unknown-own-link'
import { OwnErase } from '@/components/privacy/own-erase'
import { getOwnSignUp } from '@/lib/own-sign-up/queries'
import { ownStandingOf } from '@/lib/own-sign-up/rules'
import type { OwnStanding } from '@/lib/own-sign-up/schema'
import { clock } from '@/lib/platform/clock'
import { getOwnRecord } from '@/lib/privacy/records'
import { eraseOwnAction } from './actions'

/** Only says what would go: mail scanners open this page. Pressing the button is what counts. */
export default async function OwnErasePage({ params }: PageProps<'/aanmelding/[token]/wissen'>) {
  const { token } = await params
  const [record, signUp] = await Promise.all([getOwnRecord(token), getOwnSignUp(token)])
  if (!record || !signUp) return <UnknownOwnLink />
  return (
    <Page width="reading">
      <OwnErase
        token={token}
        record={record}
        loses={whatGoes(ownStandingOf(signUp, clock.now()), signUp.session.capacity)}
        action={eraseOwnAction.bind(null, token)}
      />
    </Page>
  )
}

/** What of the kennissessie goes along; null for who has nothing to come to any more. */
function whatGoes(standing: OwnStanding, capacity: number | null) {
  if (standing === 'waiting' || standing === 'offered') return 'turn'
  if (standing !== 'signed-up') return null
  return capacity === null ? 'place' : 'scarce-place'
}
