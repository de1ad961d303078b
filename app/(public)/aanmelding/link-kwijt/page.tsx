import { Page } from '@/components/layout/page'
import { LostLinkForm } from '@/components/own-sign-up/lost-link-form'
import { clock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { issueFormToken } from '@/lib/registrations/spam'
import { lostLinkAction } from './actions'

export default function LostLinkPage() {
  return (
    <Page width="reading">
      <LostLinkForm
        action={lostLinkAction}
        formToken={issueFormToken(clock.now())}
        minSeconds={env().SIGNUP_MIN_SECONDS}
      />
    </Page>
  )
}
