import { ownRegistrationPage } from '@/app/(public)/aanmelding/[token]/_lib/own-registration-page'
import { getOwnRecord } from '@/lib/privacy/subject-access'
import type { OwnStatus } from '@/lib/registrations/self-service/schema'
import { EraseConfirmation } from './_components/erase-confirmation'
import { eraseOwnRegistrationAction } from './actions'

export default function EraseRegistrationPage({ params }: PageProps<'/aanmelding/[token]/wissen'>) {
  return ownRegistrationPage(params, async ({ token, registration, status }) => {
    const record = await getOwnRecord(token)
    return record ? (
      <EraseConfirmation
        token={token}
        record={record}
        alsoLost={lossOnErasure(status, registration.session.capacity)}
        action={eraseOwnRegistrationAction.bind(null, token)}
      />
    ) : null
  })
}

/** What erasure takes from the participant besides the data; null if nothing. */
function lossOnErasure(status: OwnStatus, capacity: number | null) {
  if (status === 'waitlisted' || status === 'offered') return 'waitlist'
  if (status !== 'signed-up') return null
  return capacity === null ? 'seat' : 'limited-seat'
}
