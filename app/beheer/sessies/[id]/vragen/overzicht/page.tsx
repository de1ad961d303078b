import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { SessionHeading } from '@/app/beheer/sessies/[id]/_components/session-heading'
import { Page } from '@/components/ui/page/page'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSpeakerBrief } from '@/lib/triage/speaker-brief'
import { SpeakerBrief } from './_components/speaker-brief'

export default async function SpeakerBriefPage({
  params,
  searchParams,
}: PageProps<'/beheer/sessies/[id]/vragen/overzicht'>) {
  const [{ id }, { gemeenten }] = await Promise.all([params, searchParams])
  const withMunicipalities = gemeenten !== 'nee'
  const organiser = await requireOrganiser(routes.speakerBrief(id, { places: withMunicipalities }))
  const session = await sessionOr404(id)
  return (
    <AdminPage organiser={organiser}>
      <title>{`Overzicht voor de sprekers ${session.title} - Aanschuif beheer`}</title>
      <Page width="reading">
        <SessionHeading session={session} now={clock.now()} current="agendaQuestions" />
        <SpeakerBrief
          sessionId={session.id}
          parts={await getSpeakerBrief(session.id, { withMunicipalities: withMunicipalities })}
          withMunicipalities={withMunicipalities}
        />
      </Page>
    </AdminPage>
  )
}
