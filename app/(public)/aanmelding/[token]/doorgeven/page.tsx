import { Page } from '@/components/layout/page'
import { HandOverForm } from '@/components/own-sign-up/hand-over-form'
import { NothingToHandOver } from '@/components/own-sign-up/nothing-to-hand-over'
import { UnknownOwnLink } from '@/components/own-sign-up/unknown-own-link'
import { whyAskedOfColleague } from '@/components/privacy/why-asked'
import { getOwnSignUp } from '@/lib/own-sign-up/queries'
import { ownStandingOf, whyNotHandOver } from '@/lib/own-sign-up/rules'
import { clock } from '@/lib/platform/clock'
import { keepTerms } from '@/lib/platform/env'
import { handOverAction } from './actions'

/** Only looks: mail scanners open this page, and some run its script. Sending the form is what counts. */
export default async function HandOverPage({ params }: PageProps<'/aanmelding/[token]/doorgeven'>) {
  const { token } = await params
  const found = await getOwnSignUp(token)
  if (!found) return <UnknownOwnLink />
  const now = clock.now()
  const standing = ownStandingOf(found, now)
  const refusal = whyNotHandOver({ ...found, standing }, now)
  return (
    <Page width="reading">
      {refusal ? (
        <NothingToHandOver token={token} session={found.session} why={refusal} />
      ) : (
        <HandOverForm
          action={handOverAction.bind(null, token)}
          token={token}
          session={found.session}
          why={whyAskedOfColleague(keepTerms())}
          giver={{
            name: found.name,
            waits: found.waitingSince !== null,
            answers: found.answers.length,
            ownNeeds: found.needs !== null || found.phone !== null,
          }}
        />
      )}
    </Page>
  )
}
