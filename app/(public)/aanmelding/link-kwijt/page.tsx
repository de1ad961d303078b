import { Page } from '@/components/ui/page/page'
import { clock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { issueFormToken } from '@/lib/registrations/abuse-checks'
import { RecoverLink } from './_components/recover-link'
import { requestLinkRecoveryAction } from './actions'

export default function LinkRecoveryPage() {
  return (
    <Page width="reading">
      <RecoverLink
        action={requestLinkRecoveryAction}
        formToken={issueFormToken(clock.now())}
        minSeconds={env().SIGNUP_MIN_SECONDS}
      />
    </Page>
  )
}
