import type { Metadata } from 'next'
import { TakePart, UnknownLink } from '@/components/session/take-part'
import { Page } from '@/components/ui/page/page'
import { clock } from '@/lib/platform/clock'
import { joinMeetingRefusal } from '@/lib/registrations/rules'
import { getParticipation } from '@/lib/registrations/self-service/queries'
import { joinMeetingAction } from './actions'

// The address is somebody's key: no search engine keeps it, and no page hears it. With "no-referrer" a form without a script
// would not say where it comes from either, and be refused.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** Only looks: mail scanners open this page, and some run its script. Pressing the button is what counts. */
export default async function JoinMeetingPage({ params }: PageProps<'/deelnemen/[token]'>) {
  const { token } = await params
  const participation = await getParticipation(token)
  if (!participation) return <UnknownLink />
  const { session, agenda } = participation
  const refusal = joinMeetingRefusal({ ...participation, isReleased: agenda !== null }, clock.now())
  return (
    <Page width="reading">
      <TakePart session={session} agenda={agenda} refusal={refusal} action={joinMeetingAction.bind(null, token)} />
    </Page>
  )
}
