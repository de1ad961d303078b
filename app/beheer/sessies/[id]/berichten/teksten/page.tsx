import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404 } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { MailTextList } from '@/components/organiser/mail-text-list'
import { SessionHeading } from '@/components/organiser/session-heading'
import { listAdaptedKinds } from '@/lib/messages/queries'
import { adaptableKinds } from '@/lib/messages/schema'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionHeading } from '@/lib/sessions/queries'

export default async function MailTextsPage({ params }: PageProps<'/beheer/sessies/[id]/berichten/teksten'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.mailTexts(id))
  const session = await getSessionHeading(idOr404(id))
  if (!session) notFound()
  return (
    <DeskPage organiser={organiser}>
      <title>{`Teksten van de mails ${session.title} - Aanschuif beheer`}</title>
      <Page>
        <SessionHeading session={session} now={clock.now()} here="messages" />
        <MailTextList sessionId={session.id} kinds={adaptableKinds} adapted={await listAdaptedKinds(session.id)} />
      </Page>
    </DeskPage>
  )
}
