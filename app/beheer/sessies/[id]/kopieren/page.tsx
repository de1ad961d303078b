import { Paragraph } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionsBreadcrumb } from '@/app/beheer/_components/breadcrumbs'
import { loadSessionToEdit } from '@/app/beheer/_lib/session-or-404'
import { SessionForm } from '@/app/beheer/sessies/_components/session-form'
import { createSessionAction } from '@/app/beheer/sessies/actions'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import { suggestSlug } from '@/lib/sessions/queries'
import { resolveSlug } from '@/lib/sessions/slug'

export default async function CopySessionPage({ params }: PageProps<'/beheer/sessies/[id]/kopieren'>) {
  const { organiser, session } = await loadSessionToEdit(params, routes.copySession)
  const { id, title } = session
  const slug = await suggestSlug({ wanted: resolveSlug({ title, slug: '' }), startsAt: null })
  const breadcrumbs = [sessionsBreadcrumb, { label: title, href: routes.editSession(id) }]
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={breadcrumbs}>
      <PageTitle size="calm">Kopie maken</PageTitle>
      <Paragraph>
        De kopie krijgt dezelfde teksten, vragen en mails. Aanmeldingen gaan niet mee, en de link en de agenda ook niet.
        Vul hieronder de nieuwe momenten in.
      </Paragraph>
      <SessionForm
        action={createSessionAction.bind(null, id)}
        session={{ ...session, slug }}
        title={`Kopie van ${title}`}
        slugHint="Dit adres is nog vrij. Laat je het leeg, dan maken we er een van de titel."
        showSchedule
        submitLabel="Maak de kopie"
      />
    </AdminPage>
  )
}
