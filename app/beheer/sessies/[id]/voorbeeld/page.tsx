import { SessionPage } from '@/components/session/page/session-page'
import { SiteFrame } from '@/components/site-frame/site-frame'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { PreviewBar } from './_components/preview-bar'
import { sessionPreviewOr404 } from './_lib/session-preview-or-404'

export default async function PreviewPage({ params }: PageProps<'/beheer/sessies/[id]/voorbeeld'>) {
  const { id } = await params
  await requireOrganiser(routes.sessionPreview(id))
  const session = await sessionPreviewOr404(id)
  return (
    <SiteFrame>
      <title>{`Voorbeeld ${session.title} - Aanschuif beheer`}</title>
      <PreviewBar session={session} current="page" />
      <SessionPage session={session} now={clock.now()} registrationHref={routes.registrationFormPreview(session.id)} />
    </SiteFrame>
  )
}
