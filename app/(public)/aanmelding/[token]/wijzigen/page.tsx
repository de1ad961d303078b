import { registrationValues } from '@/app/registration-values'
import { Page } from '@/components/layout/page'
import { OwnChangeForm } from '@/components/own-sign-up/own-change-form'
import { UnknownOwnLink } from '@/components/own-sign-up/unknown-own-link'
import { whyAsked } from '@/components/privacy/why-asked'
import { listMunicipalityOptions } from '@/lib/municipalities/queries'
import { getOwnSignUp } from '@/lib/own-sign-up/queries'
import { getsMail, openPartsOf, ownPromiseOf, ownStandingOf } from '@/lib/own-sign-up/rules'
import { clock } from '@/lib/platform/clock'
import { keepTerms } from '@/lib/platform/env'
import { listQuestionsOf } from '@/lib/sessions/queries'
import { changeOwnAction } from './actions'

export default async function OwnChangePage({ params }: PageProps<'/aanmelding/[token]/wijzigen'>) {
  const { token } = await params
  const found = await getOwnSignUp(token)
  if (!found) return <UnknownOwnLink />
  const now = clock.now()
  const standing = ownStandingOf(found, now)
  const questions = await listQuestionsOf(found.sessionId, found.id)
  return (
    <Page width="reading">
      <OwnChangeForm
        action={changeOwnAction.bind(null, token)}
        token={token}
        session={found.session}
        standing={standing}
        mails={getsMail(standing)}
        why={whyAsked(keepTerms())}
        start={registrationValues(found)}
        version={found.version}
        parts={openPartsOf(standing, found)}
        promise={ownPromiseOf(found, questions, now)}
        questions={questions}
        municipalities={listMunicipalityOptions()}
      />
    </Page>
  )
}
