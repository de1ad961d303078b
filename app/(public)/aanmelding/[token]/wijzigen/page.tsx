import { registrationValues } from '@/app/registration-values'
import { Page } from '@/components/layout/page'
import { NothingToChange } from '@/components/own/nothing-to-change'
import { OwnChangeForm } from '@/components/own/own-change-form'
import { UnknownOwnLink } from '@/components/own/unknown-own-link'
import { listMunicipalityOptions } from '@/lib/municipalities/queries'
import { clock } from '@/lib/platform/clock'
import { getOwnSignUp } from '@/lib/registrations/own'
import { openPartsOf, ownPromiseOf, ownStandingOf } from '@/lib/registrations/own-rules'
import { listQuestionsOf } from '@/lib/sessions/queries'
import { changeOwnAction } from './actions'

export default async function OwnChangePage({ params }: PageProps<'/aanmelding/[token]/wijzigen'>) {
  const { token } = await params
  const found = await getOwnSignUp(token)
  if (!found) return <UnknownOwnLink />
  const now = clock.now()
  const standing = ownStandingOf(found, now)
  const parts = openPartsOf(standing, found)
  return (
    <Page width="reading">
      {parts.length === 0 ? (
        <NothingToChange token={token} session={found.session} standing={standing} />
      ) : (
        <OwnChangeForm
          action={changeOwnAction.bind(null, token)}
          token={token}
          session={found.session}
          over={standing === 'session-over'}
          start={registrationValues(found)}
          version={found.version}
          parts={parts}
          promise={ownPromiseOf(found, now)}
          questions={await listQuestionsOf(found.sessionId, found.id)}
          municipalities={listMunicipalityOptions()}
        />
      )}
    </Page>
  )
}
