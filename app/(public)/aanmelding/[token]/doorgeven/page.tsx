import { ActionUnavailable } from '@/app/(public)/aanmelding/[token]/_components/action-unavailable'
import { ownRegistrationPage } from '@/app/(public)/aanmelding/[token]/_lib/own-registration-page'
import { transferAction } from '@/app/(public)/aanmelding/[token]/actions'
import { colleaguePurposeDisclosures } from '@/components/privacy/purpose-disclosures'
import { retentionPeriods } from '@/lib/platform/env'
import { transferRefusal } from '@/lib/registrations/self-service/rules'
import { transferRefusalCopy } from './_components/transfer-copy'
import { TransferForm } from './_components/transfer-form'

export default function TransferPage({ params }: PageProps<'/aanmelding/[token]/doorgeven'>) {
  return ownRegistrationPage(params, ({ token, registration, status, now }) => {
    const { session, name, waitlistedAt, answers, needs, phone } = registration
    const refusal = transferRefusal({ ...registration, status }, now)
    if (refusal) {
      return (
        <ActionUnavailable
          token={token}
          session={session}
          title="Doorgeven kan niet meer"
          heading="Je plek doorgeven"
          reason={transferRefusalCopy[refusal]}
        />
      )
    }
    return (
      <TransferForm
        action={transferAction.bind(null, token)}
        token={token}
        session={session}
        explanations={colleaguePurposeDisclosures(retentionPeriods())}
        transferor={{
          name,
          isWaitlisted: waitlistedAt !== null,
          hasAnswers: answers.length > 0,
          hasPersonalDetails: needs !== null || phone !== null,
        }}
      />
    )
  })
}
