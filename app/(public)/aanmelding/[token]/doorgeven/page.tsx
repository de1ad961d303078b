import { InvalidSelfServiceLink } from '@/app/(public)/aanmelding/_components/invalid-self-service-link'
import { colleaguePurposeDisclosures } from '@/components/privacy/purpose-disclosures'
import { Page } from '@/components/ui/page/page'
import { clock } from '@/lib/platform/clock'
import { retentionPeriods } from '@/lib/platform/env'
import { getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { ownStatus, transferRefusal } from '@/lib/registrations/self-service/rules'
import { TransferForm } from './_components/transfer-form'
import { TransferUnavailable } from './_components/transfer-unavailable'
import { transferAction } from './actions'

/** Only looks: mail scanners open this page, and some run its script. Sending the form is what counts. */
export default async function TransferPage({ params }: PageProps<'/aanmelding/[token]/doorgeven'>) {
  const { token } = await params
  const registration = await getOwnRegistration(token)
  if (!registration) return <InvalidSelfServiceLink />
  const now = clock.now()
  const status = ownStatus(registration, now)
  const refusal = transferRefusal({ ...registration, status }, now)
  return (
    <Page width="reading">
      {refusal ? (
        <TransferUnavailable token={token} session={registration.session} reason={refusal} />
      ) : (
        <TransferForm
          action={transferAction.bind(null, token)}
          token={token}
          session={registration.session}
          why={colleaguePurposeDisclosures(retentionPeriods())}
          transferor={{
            name: registration.name,
            isWaitlisted: registration.waitlistedAt !== null,
            answerCount: registration.answers.length,
            hasPersonalDetails: registration.needs !== null || registration.phone !== null,
          }}
        />
      )}
    </Page>
  )
}
