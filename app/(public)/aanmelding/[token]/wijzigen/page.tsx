import { registrationFormValues } from '@/app/_lib/registration-form-values'
import { InvalidSelfServiceLink } from '@/app/(public)/aanmelding/_components/invalid-self-service-link'
import { purposeDisclosures } from '@/components/privacy/purpose-disclosures'
import { Page } from '@/components/ui/page/page'
import { listMunicipalityOptions } from '@/lib/municipalities/queries'
import { clock } from '@/lib/platform/clock'
import { retentionPeriods } from '@/lib/platform/env'
import { getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { editableParts, ownGuarantee, ownStatus, receivesMail } from '@/lib/registrations/self-service/rules'
import { listQuestionsForRegistration } from '@/lib/sessions/queries'
import { ChangeForm } from './_components/change-form'
import { changeOwnRegistrationAction } from './actions'

export default async function ChangeRegistrationPage({ params }: PageProps<'/aanmelding/[token]/wijzigen'>) {
  const { token } = await params
  const registration = await getOwnRegistration(token)
  if (!registration) return <InvalidSelfServiceLink />
  const now = clock.now()
  const status = ownStatus(registration, now)
  const questions = await listQuestionsForRegistration(registration.sessionId, registration.id)
  return (
    <Page width="reading">
      <ChangeForm
        action={changeOwnRegistrationAction.bind(null, token)}
        token={token}
        session={registration.session}
        status={status}
        sendsMail={receivesMail(status)}
        why={purposeDisclosures(retentionPeriods())}
        currentValues={registrationFormValues(registration)}
        version={registration.version}
        parts={editableParts(status, registration)}
        guarantee={ownGuarantee(registration, questions, now)}
        questions={questions}
        municipalities={listMunicipalityOptions()}
      />
    </Page>
  )
}
