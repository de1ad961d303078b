import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { SessionHeading } from '@/app/beheer/sessies/[id]/_components/session-heading'
import { Page } from '@/components/ui/page/page'
import { adaptableKinds } from '@/lib/notifications/kinds/registry'
import { listOverriddenKinds } from '@/lib/notifications/template-overrides'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { TemplateList } from './_components/template-list'

export default async function TemplatesPage({ params }: PageProps<'/beheer/sessies/[id]/berichten/teksten'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.mailTemplates(id))
  const session = await sessionOr404(id)
  return (
    <AdminPage organiser={organiser}>
      <title>{`Teksten van de mails ${session.title} - Aanschuif beheer`}</title>
      <Page>
        <SessionHeading session={session} now={clock.now()} current="messages" />
        <TemplateList
          sessionId={session.id}
          kinds={adaptableKinds}
          overriddenKinds={await listOverriddenKinds(session.id)}
        />
      </Page>
    </AdminPage>
  )
}
