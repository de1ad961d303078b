import { ownRegistrationPage } from '@/app/(public)/aanmelding/[token]/_lib/own-registration-page'
import { changeOwnRegistrationAction } from '@/app/(public)/aanmelding/[token]/actions'
import { purposeDisclosures } from '@/components/privacy/purpose-disclosures'
import { toRegistrationValues } from '@/components/registration-form/registration-values'
import { municipalityOptionsAt } from '@/lib/municipalities/queries'
import { retentionPeriods } from '@/lib/platform/env'
import { editableParts, ownGuarantee, receivesMail } from '@/lib/registrations/self-service/rules'
import { listQuestionsForRegistration } from '@/lib/sessions/queries'
import { ChangeForm } from './_components/change-form'

export default function ChangeRegistrationPage({ params }: PageProps<'/aanmelding/[token]/wijzigen'>) {
  return ownRegistrationPage(params, async ({ token, registration, status, now }) => {
    const questions = await listQuestionsForRegistration(registration.sessionId, registration.id)
    return (
      <ChangeForm
        action={changeOwnRegistrationAction.bind(null, token)}
        token={token}
        session={registration.session}
        status={status}
        sendsMail={receivesMail(status)}
        explanations={purposeDisclosures(retentionPeriods())}
        currentValues={toRegistrationValues(registration)}
        version={registration.version}
        parts={editableParts(status, registration)}
        guarantee={ownGuarantee(registration, questions, now)}
        questions={questions}
        municipalities={municipalityOptionsAt(now, registration.municipalityCode)}
      />
    )
  })
}
