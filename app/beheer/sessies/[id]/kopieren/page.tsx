import { Paragraph } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionsBreadcrumb } from '@/app/beheer/_components/breadcrumbs'
import { idOr404 } from '@/app/beheer/_lib/params'
import { SessionForm } from '@/app/beheer/sessies/_components/session-form'
import { toSessionFormValues } from '@/app/beheer/sessies/_components/session-form-values'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'
import { getSessionToEdit, suggestSlug } from '@/lib/sessions/queries'
import { resolveSlug } from '@/lib/sessions/slug'
import { copySessionAction } from './actions'

export default async function CopySessionPage({ params }: PageProps<'/beheer/sessies/[id]/kopieren'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.copySession(id))
  const session = await getSessionToEdit(idOr404(id))
  if (!session) notFound()
  const { title } = session
  const slug = await suggestSlug({ wanted: resolveSlug({ title, slug: '' }), startsAt: null })
  return (
    <AdminPage
      organiser={organiser}
      width="reading"
      breadcrumbs={[sessionsBreadcrumb, { label: title, href: routes.editSession(session.id) }]}
    >
      <PageTitle size="calm">Kopie maken</PageTitle>
      <Paragraph>
        De kopie krijgt dezelfde teksten, vragen en mails. Aanmeldingen gaan niet mee, en de link en de agenda ook niet.
        Vul hieronder de nieuwe momenten in.
      </Paragraph>
      <SessionForm
        action={copySessionAction.bind(null, session.id)}
        values={{ ...toSessionFormValues(session), slug }}
        title={`Kopie van ${title}`}
        slugHint="Dit adres is nog vrij. Laat je het leeg, dan maken we er een van de titel."
        showSchedule
        submitLabel="Maak de kopie"
      />
    </AdminPage>
  )
}
