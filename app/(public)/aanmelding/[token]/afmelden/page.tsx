import { InvalidSelfServiceLink } from '@/app/(public)/aanmelding/_components/invalid-self-service-link'
import { Page } from '@/components/ui/page/page'
import { clock } from '@/lib/platform/clock'
import { getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { ownStatus } from '@/lib/registrations/self-service/rules'
import { canRegister } from '@/lib/sessions/rules'
import { CancelRegistration } from './_components/cancel-registration'
import { cancelOwnRegistrationAction } from './actions'

/** Only looks: mail scanners open this page, and some run its script. Pressing the button is what counts. */
export default async function CancelRegistrationPage({ params }: PageProps<'/aanmelding/[token]/afmelden'>) {
  const { token } = await params
  const registration = await getOwnRegistration(token)
  if (!registration) return <InvalidSelfServiceLink />
  const now = clock.now()
  return (
    <Page width="reading">
      <CancelRegistration
        token={token}
        session={registration.session}
        status={ownStatus(registration, now)}
        canRegister={canRegister(registration.session, now)}
        action={cancelOwnRegistrationAction.bind(null, token)}
      />
    </Page>
  )
}
