import { loadSessionToEdit } from '@/app/beheer/_lib/session-or-404'
import { SessionPage } from '@/components/session/page/session-page'
import { routes } from '@/lib/platform/routes'
import { getSeats } from '@/lib/registrations/queries'
import { PreviewFrame } from './_components/preview-frame'

export default async function PreviewPage({ params }: PageProps<'/beheer/sessies/[id]/voorbeeld'>) {
  const { session, now } = await loadSessionToEdit(params, routes.sessionPreview)
  return (
    <PreviewFrame session={session} current="page">
      <title>{`Voorbeeld ${session.title} - Aanschuif beheer`}</title>
      <SessionPage
        session={{ ...session, seats: await getSeats(session) }}
        now={now}
        registrationHref={routes.registrationFormPreview(session.id)}
      />
    </PreviewFrame>
  )
}
