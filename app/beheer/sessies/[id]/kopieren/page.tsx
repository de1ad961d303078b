import { Paragraph } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionsBreadcrumb } from '@/app/beheer/_components/breadcrumbs'
import { loadSessionToEdit } from '@/app/beheer/_lib/session-or-404'
import { DatedTexts } from '@/app/beheer/sessies/_components/dated-texts/dated-texts'
import { copiedTextItems } from '@/app/beheer/sessies/_components/dated-texts/dated-texts-copy'
import { SessionForm } from '@/app/beheer/sessies/_components/session-form'
import { createSessionAction } from '@/app/beheer/sessies/actions'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import { listDatedTexts } from '@/lib/sessions/dated-texts'
import { suggestSlug } from '@/lib/sessions/queries'
import { resolveSlug } from '@/lib/sessions/slug'

export default async function CopySessionPage({ params }: PageProps<'/beheer/sessies/[id]/kopieren'>) {
  const { organiser, session } = await loadSessionToEdit(params, routes.copySession)
  const { id, title } = session
  const [slug, datedTexts] = await Promise.all([
    suggestSlug({ wanted: resolveSlug({ title, slug: '' }), startsAt: null }),
    listDatedTexts(id, { copied: true }),
  ])
  const breadcrumbs = [sessionsBreadcrumb, { label: title, href: routes.editSession(id) }]
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={breadcrumbs}>
      <PageTitle size="calm">Kopie maken</PageTitle>
      <Paragraph>
        De kopie krijgt dezelfde teksten, vragen en mails. Aanmeldingen gaan niet mee, en de link en de agenda ook niet.
        Vul hieronder de nieuwe momenten in.
      </Paragraph>
      <DatedTexts items={copiedTextItems(datedTexts)}>
        Ze gaan mee naar de kopie. De teksten van de pagina verander je hieronder. De vragen en de mails verander je in
        de kopie: daar staat deze lijst ook, met links.
      </DatedTexts>
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
