import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { routes } from '@/lib/platform/routes'
import { getSpeakerBrief } from '@/lib/triage/speaker-brief'
import { SpeakerBrief } from './_components/speaker-brief'

export default async function SpeakerBriefPage({
  params,
  searchParams,
}: PageProps<'/beheer/sessies/[id]/vragen/overzicht'>) {
  const { gemeenten } = await searchParams
  const withMunicipalities = gemeenten !== 'nee'
  const page = await loadSessionPage(params, (id) => routes.speakerBrief(id, { places: withMunicipalities }))
  const sessionId = page.session.id
  return (
    <AdminSessionPage {...page} current="agendaQuestions" title="Overzicht voor de sprekers" width="reading">
      <SpeakerBrief
        sessionId={sessionId}
        parts={await getSpeakerBrief(sessionId, { withMunicipalities })}
        withMunicipalities={withMunicipalities}
      />
    </AdminSessionPage>
  )
}
