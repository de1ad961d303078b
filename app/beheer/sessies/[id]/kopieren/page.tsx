import { Paragraph } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404 } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { SessionForm } from '@/components/organiser/session-form'
import { valuesOf } from '@/components/organiser/session-values'
import { Trail } from '@/components/organiser/trail'
import { requireOrganiser } from '@/lib/organisers/current'
import { routes } from '@/lib/platform/routes'
import { getSessionToEdit, suggestSlug } from '@/lib/sessions/queries'
import { slugOf } from '@/lib/sessions/rules'
import { copySessionAction } from './actions'

export default async function CopySessionPage({ params }: PageProps<'/beheer/sessies/[id]/kopieren'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.copySession(id))
  const session = await getSessionToEdit(idOr404(id))
  if (!session) notFound()
  const { title } = session
  const slug = await suggestSlug({ wanted: slugOf({ title, slug: '' }), startsAt: null })
  const trail = [
    { label: 'Kennissessies', href: routes.desk() },
    { label: title, href: routes.editSession(session.id) },
  ]
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <Trail links={trail} />
        <PageTitle size="calm">Kopie maken</PageTitle>
        <Paragraph>
          De kopie krijgt dezelfde teksten, vragen en mails. Aanmeldingen gaan niet mee, en de link en de agenda ook
          niet. Vul hieronder de nieuwe momenten in.
        </Paragraph>
        <SessionForm
          action={copySessionAction.bind(null, session.id)}
          values={{ ...valuesOf(session), slug }}
          title={`Kopie van ${title}`}
          slugHint="Dit adres is nog vrij. Laat je het leeg, dan maken we er een van de titel."
          asksMoments
          button="Maak de kopie"
        />
      </Page>
    </DeskPage>
  )
}
