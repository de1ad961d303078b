import { InvalidSelfServiceLink } from '@/app/(public)/aanmelding/_components/invalid-self-service-link'
import { Page } from '@/components/ui/page/page'
import { createPersonalToken } from '@/lib/personal-links/token'
import { clock } from '@/lib/platform/clock'
import { routes, type SelfServiceFlash } from '@/lib/platform/routes'
import { findPendingEmailChange, getOwnRegistration } from '@/lib/registrations/self-service/queries'
import {
  cancelRefusal,
  editableParts,
  ownStatus,
  receivesMail,
  transferRefusal,
} from '@/lib/registrations/self-service/rules'
import type { OwnStatus } from '@/lib/registrations/self-service/schema'
import { canOffer } from '@/lib/registrations/waitlist/rules'
import { canRegister } from '@/lib/sessions/rules'
import { buildActionLinks } from './_components/build-action-links'
import { RegistrationOverview } from './_components/registration-overview'

/** What somebody sent, how it stands, and all that they can do with it. Only looks: mail scanners open this page. */
export default async function RegistrationOverviewPage({ params, searchParams }: PageProps<'/aanmelding/[token]'>) {
  const [{ token }, { gelukt }] = await Promise.all([params, searchParams])
  const registration = await getOwnRegistration(token)
  if (!registration) return <InvalidSelfServiceLink />
  const now = clock.now()
  const status = ownStatus(registration, now)
  const flash = flashFromQuery(gelukt, status)
  const availableActions = {
    joinUrl:
      status === 'signed-up' && registration.isReleased
        ? routes.joinMeeting(createPersonalToken('take-part', registration))
        : null,
    canCancel: status !== 'cancelled' && cancelRefusal(status) === null,
    canTransfer: transferRefusal({ ...registration, status }, now) === null,
    canChangeEmail: receivesMail(status),
    pendingEmail: (await findPendingEmailChange(registration, now))?.email ?? null,
    parts: editableParts(status, registration),
  }
  const offerUrl = status === 'offered' ? routes.seatOffer(createPersonalToken('take-place', registration)) : null
  return (
    <Page width="reading">
      <RegistrationOverview
        registration={registration}
        status={status}
        offerUrl={offerUrl}
        flash={flash}
        sendsMail={receivesMail(status)}
        actionLinks={buildActionLinks(token, status, availableActions)}
        isWaitlistClosed={!canOffer(registration.session, now)}
        canRegister={canRegister(registration.session, now)}
      />
    </Page>
  )
}

/** Only what is still so: the address stays in the bar. */
function flashFromQuery(value: unknown, status: OwnStatus): SelfServiceFlash | null {
  if (value === 'cancelled') return status === 'cancelled' ? value : null
  return value === 'changed' || value === 'unchanged' || value === 'address' ? value : null
}
