import { ownRegistrationPage } from '@/app/(public)/aanmelding/[token]/_lib/own-registration-page'
import { canRegister } from '@/lib/sessions/rules'
import { CancelRegistration } from './_components/cancel-registration'
import { cancelOwnRegistrationAction } from './actions'

export default function CancelRegistrationPage({ params }: PageProps<'/aanmelding/[token]/afmelden'>) {
  return ownRegistrationPage(params, ({ token, registration, status, now }) => (
    <CancelRegistration
      token={token}
      session={registration.session}
      status={status}
      canRegister={canRegister(registration.session, now)}
      action={cancelOwnRegistrationAction.bind(null, token)}
    />
  ))
}
