import { SiteFrame } from '@/components/layout/site-frame'
import { PreviewBar } from '@/components/organiser/preview-bar'
import { SessionPage } from '@/components/session/session-page'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { previewOr404 } from './preview-or-404'

export default async function PreviewPage({ params }: PageProps<'/beheer/sessies/[id]/voorbeeld'>) {
  const { id } = await params
  await requireOrganiser(routes.preview(id))
  const session = await previewOr404(id)
  return (
    <SiteFrame>
      <title>{`Voorbeeld ${session.title} - Aanschuif beheer`}</title>
      <PreviewBar session={session} here="page" />
      <SessionPage session={session} now={clock.now()} signUp={routes.previewForm(session.id)} />
    </SiteFrame>
  )
}
