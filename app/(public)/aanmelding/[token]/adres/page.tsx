import { ActionUnavailable } from '@/app/(public)/aanmelding/[token]/_components/action-unavailable'
import { ownRegistrationPage } from '@/app/(public)/aanmelding/[token]/_lib/own-registration-page'
import { purposeDisclosures } from '@/components/privacy/purpose-disclosures'
import { retentionPeriods } from '@/lib/platform/env'
import { findPendingEmailChange } from '@/lib/registrations/self-service/queries'
import { receivesMail } from '@/lib/registrations/self-service/rules'
import { EmailChangeForm } from './_components/email-change-form'
import { PendingEmailChange } from './_components/pending-email-change'
import { requestEmailChangeAction, withdrawEmailChangeAction } from './actions'

export default async function EmailChangePage({ params, searchParams }: PageProps<'/aanmelding/[token]/adres'>) {
  const { gelukt } = await searchParams
  return ownRegistrationPage(params, async ({ token, registration, status, now }) => {
    const { session, email } = registration
    if (!receivesMail(status)) {
      const reason = { title: 'Wijzigen kan niet meer.', text: lockedText[status === 'cancelled' ? status : 'other'] }
      return (
        <ActionUnavailable
          token={token}
          session={session}
          title="Wijzigen kan niet meer"
          heading="Ander e-mailadres"
          reason={reason}
        />
      )
    }
    const pending = await findPendingEmailChange(registration, now)
    return (
      <EmailChangeForm
        action={requestEmailChangeAction.bind(null, token)}
        token={token}
        session={session}
        explanations={purposeDisclosures(retentionPeriods())}
        email={email}
        hasPendingRequest={pending !== null}
      >
        <PendingEmailChange
          pending={pending}
          email={email}
          flash={gelukt === 'asked' || gelukt === 'withdrawn' ? gelukt : null}
          withdrawAction={withdrawEmailChangeAction.bind(null, token)}
        />
      </EmailChangeForm>
    )
  })
}

const lockedText = {
  cancelled:
    'Je bent afgemeld, en krijgt geen mail meer over deze kennissessie. Meld je je opnieuw aan, dan kan dat met een ander adres.',
  other: 'Deze kennissessie gaat niet door. Je krijgt er geen mail meer over.',
}
