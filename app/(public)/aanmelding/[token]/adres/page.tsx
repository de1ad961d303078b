import { InvalidSelfServiceLink } from '@/app/(public)/aanmelding/_components/invalid-self-service-link'
import { purposeDisclosures } from '@/components/privacy/purpose-disclosures'
import { Page } from '@/components/ui/page/page'
import { clock } from '@/lib/platform/clock'
import { retentionPeriods } from '@/lib/platform/env'
import { findPendingEmailChange, getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { ownStatus, receivesMail } from '@/lib/registrations/self-service/rules'
import { EmailChangeForm } from './_components/email-change-form'
import { EmailChangeUnavailable } from './_components/email-change-unavailable'
import { PendingEmailChange } from './_components/pending-email-change'
import { requestEmailChangeAction, withdrawEmailChangeAction } from './actions'

export default async function EmailChangePage({ params, searchParams }: PageProps<'/aanmelding/[token]/adres'>) {
  const [{ token }, { gelukt }] = await Promise.all([params, searchParams])
  const registration = await getOwnRegistration(token)
  if (!registration) return <InvalidSelfServiceLink />
  const now = clock.now()
  const status = ownStatus(registration, now)
  if (!receivesMail(status)) {
    return (
      <Page width="reading">
        <EmailChangeUnavailable token={token} session={registration.session} status={status} />
      </Page>
    )
  }
  const pending = await findPendingEmailChange(registration, now)
  return (
    <Page width="reading">
      <EmailChangeForm
        action={requestEmailChangeAction.bind(null, token)}
        token={token}
        session={registration.session}
        why={purposeDisclosures(retentionPeriods())}
        email={registration.email}
        hasPendingRequest={pending !== null}
      >
        <PendingEmailChange
          pending={pending}
          email={registration.email}
          flash={gelukt === 'asked' || gelukt === 'withdrawn' ? gelukt : null}
          withdrawAction={withdrawEmailChangeAction.bind(null, token)}
        />
      </EmailChangeForm>
    </Page>
  )
}
