import { InvalidButtonLink } from '@/app/(public)/_components/invalid-link'
import { personalLinkMetadata } from '@/app/(public)/_lib/personal-link-metadata'
import { Page } from '@/components/ui/page/page'
import { clock } from '@/lib/platform/clock'
import { joinMeetingRefusal } from '@/lib/registrations/rules'
import { getParticipation } from '@/lib/registrations/self-service/queries'
import { JoinMeeting } from './_components/join-meeting'
import { joinMeetingAction } from './actions'

export const metadata = personalLinkMetadata

/** Only the button joins: mail scanners open this page, and some run its script. */
export default async function JoinMeetingPage({ params }: PageProps<'/deelnemen/[token]'>) {
  const { token } = await params
  const participation = await getParticipation(token)
  if (!participation) return <InvalidButtonLink />
  const { session, agenda } = participation
  const refusal = joinMeetingRefusal({ ...participation, isReleased: agenda !== null }, clock.now())
  return (
    <Page width="reading">
      <JoinMeeting session={session} agenda={agenda} refusal={refusal} action={joinMeetingAction.bind(null, token)} />
    </Page>
  )
}
