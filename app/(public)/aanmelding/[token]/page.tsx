import { createPersonalToken } from '@/lib/personal-links/token'
import { routes, type SelfServiceFlash } from '@/lib/platform/routes'
import { findPendingEmailChange } from '@/lib/registrations/self-service/queries'
import { cancelRefusal, editableParts, receivesMail, transferRefusal } from '@/lib/registrations/self-service/rules'
import type { OwnStatus } from '@/lib/registrations/self-service/schema'
import { canOffer } from '@/lib/registrations/waitlist/rules'
import { canRegister } from '@/lib/sessions/rules'
import { buildActionLinks } from './_components/build-action-links'
import { RegistrationOverview } from './_components/registration-overview'
import { ownRegistrationPage } from './_lib/own-registration-page'

export default async function RegistrationOverviewPage({ params, searchParams }: PageProps<'/aanmelding/[token]'>) {
  const { gelukt } = await searchParams
  return ownRegistrationPage(params, async ({ token, registration, status, now }) => {
    const { isReleased } = registration
    const availableActions = {
      joinUrl:
        status === 'signed-up' && isReleased
          ? routes.joinMeeting(createPersonalToken('take-part', registration))
          : null,
      canCancel: status !== 'cancelled' && cancelRefusal(status) === null,
      canTransfer: transferRefusal({ ...registration, status }, now) === null,
      canChangeEmail: receivesMail(status),
      pendingEmail: (await findPendingEmailChange(registration, now))?.email ?? null,
      parts: editableParts(status, registration),
    }
    return (
      <RegistrationOverview
        registration={registration}
        status={status}
        offerUrl={status === 'offered' ? routes.seatOffer(createPersonalToken('take-place', registration)) : null}
        flash={flashFromQuery(gelukt, status)}
        sendsMail={receivesMail(status)}
        actionLinks={buildActionLinks(token, status, availableActions)}
        isWaitlistClosed={!canOffer(registration.session, now)}
        canRegister={canRegister(registration.session, now)}
      />
    )
  })
}

/** Returns null if the flash is no longer true: it stays in the address. */
function flashFromQuery(value: unknown, status: OwnStatus): SelfServiceFlash | null {
  if (value === 'cancelled') return status === 'cancelled' ? value : null
  return value === 'changed' || value === 'unchanged' || value === 'address' ? value : null
}
