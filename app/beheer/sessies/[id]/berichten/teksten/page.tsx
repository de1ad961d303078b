import { DeskPage } from '@/app/beheer/desk-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Page } from '@/components/layout/page'
import { MailTextList } from '@/components/organiser/mail-text-list'
import { SessionHeading } from '@/components/organiser/session-heading'
import { listAdaptedKinds } from '@/lib/messages/queries'
import { adaptableKinds } from '@/lib/messages/schema'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

export default async function MailTextsPage({ params }: PageProps<'/beheer/sessies/[id]/berichten/teksten'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.mailTexts(id))
  const session = await sessionOr404(id)
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
