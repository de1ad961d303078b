import { Paragraph } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionsBreadcrumb } from '@/app/beheer/_components/breadcrumbs'
import { SessionForm } from '@/app/beheer/sessies/_components/session-form'
import { createSessionAction } from '@/app/beheer/sessies/actions'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'

export default async function NewSessionPage() {
  const organiser = await requireOrganiser(routes.newSession())
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={[sessionsBreadcrumb]}>
      <PageTitle size="calm">Nieuwe kennissessie</PageTitle>
      <Paragraph>
        Je kunt straks alles nog veranderen. De kennissessie staat pas op de site als je hem publiceert. De vragen van
        het formulier maak je hierna.
      </Paragraph>
      <SessionForm
        action={createSessionAction.bind(null, null)}
        session={null}
        title="Nieuwe kennissessie"
        slugHint="Laat leeg om het van de titel te maken."
        showSchedule
        submitLabel="Maak de kennissessie"
      />
    </AdminPage>
  )
}
