import { InvalidSelfServiceLink } from '@/app/(public)/aanmelding/_components/invalid-self-service-link'
import { Page } from '@/components/ui/page/page'
import { clock } from '@/lib/platform/clock'
import { getOwnRecord } from '@/lib/privacy/subject-access'
import { getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { ownStatus } from '@/lib/registrations/self-service/rules'
import type { OwnStatus } from '@/lib/registrations/self-service/schema'
import { EraseConfirmation } from './_components/erase-confirmation'
import { eraseOwnRegistrationAction } from './actions'

/** Only says what would go: mail scanners open this page. Pressing the button is what counts. */
export default async function EraseRegistrationPage({ params }: PageProps<'/aanmelding/[token]/wissen'>) {
  const { token } = await params
  const [record, registration] = await Promise.all([getOwnRecord(token), getOwnRegistration(token)])
  if (!record || !registration) return <InvalidSelfServiceLink />
  return (
    <Page width="reading">
      <EraseConfirmation
        token={token}
        record={record}
        alsoLost={lossOnErasure(ownStatus(registration, clock.now()), registration.session.capacity)}
        action={eraseOwnRegistrationAction.bind(null, token)}
      />
    </Page>
  )
}

/** What of the kennissessie goes along; null for who has nothing to come to any more. */
function lossOnErasure(status: OwnStatus, capacity: number | null) {
  if (status === 'waitlisted' || status === 'offered') return 'waitlist'
  if (status !== 'signed-up') return null
  return capacity === null ? 'seat' : 'limited-seat'
}
