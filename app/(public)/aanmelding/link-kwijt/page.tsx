import { Page } from '@/components/ui/page/page'
import { clock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { issueFormToken } from '@/lib/registrations/abuse-checks'
import { LinkRecoveryForm } from './_components/link-recovery-form'
import { requestLinkRecoveryAction } from './actions'

export default function LinkRecoveryPage() {
  return (
    <Page width="reading">
      <LinkRecoveryForm
        action={requestLinkRecoveryAction}
        formToken={issueFormToken(clock.now())}
        minSeconds={env().SIGNUP_MIN_SECONDS}
      />
    </Page>
  )
}
