import { loadSessionToEdit } from '@/app/beheer/_lib/session-or-404'
import { LinkRecoveryPrompt } from '@/components/session/link-recovery-prompt'
import { SessionPage } from '@/components/session/page/session-page'
import { routes } from '@/lib/platform/routes'
import { getSeats } from '@/lib/registrations/queries'
import { isReleased } from '@/lib/sessions/queries'
import { PreviewFrame } from './_components/preview-frame'

export default async function PreviewPage({ params }: PageProps<'/beheer/sessies/[id]/voorbeeld'>) {
  const { session, now } = await loadSessionToEdit(params, routes.sessionPreview)
  const [seats, released] = await Promise.all([getSeats(session), isReleased(session.id)])
  return (
    <PreviewFrame session={session} current="page">
      <title>{`Voorbeeld ${session.title} - Aanschuif beheer`}</title>
      <SessionPage
        session={{ ...session, seats, isReleased: released }}
        now={now}
        registrationHref={routes.registrationFormPreview(session.id)}
        joinForm={released ? <LinkRecoveryPrompt /> : null}
      />
    </PreviewFrame>
  )
}
