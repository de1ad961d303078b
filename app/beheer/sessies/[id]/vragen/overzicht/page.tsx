import { DeskPage } from '@/app/beheer/desk-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Page } from '@/components/layout/page'
import { SessionHeading } from '@/components/organiser/session-heading'
import { SpeakerBrief } from '@/components/organiser/speaker-brief'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getBrief } from '@/lib/questions/brief'

export default async function BriefPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/vragen/overzicht'>) {
  const [{ id }, { gemeenten }] = await Promise.all([params, searchParams])
  const places = gemeenten !== 'nee'
  const organiser = await requireOrganiser(routes.brief(id, { places }))
  const session = await sessionOr404(id)
  return (
    <DeskPage organiser={organiser}>
      <title>{`Overzicht voor de sprekers ${session.title} - Aanschuif beheer`}</title>
      <Page width="reading">
        <SessionHeading session={session} now={clock.now()} here="questions" />
        <SpeakerBrief
          sessionId={session.id}
          parts={await getBrief(session.id, { withPlaces: places })}
          places={places}
        />
      </Page>
    </DeskPage>
  )
}
