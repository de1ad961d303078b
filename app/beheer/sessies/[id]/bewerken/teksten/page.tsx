import { Heading } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404 } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { SessionForm } from '@/components/organiser/session-form'
import { SessionHeading } from '@/components/organiser/session-heading'
import { valuesOf } from '@/components/organiser/session-values'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionToEdit } from '@/lib/sessions/queries'
import { saveSessionAction } from './actions'

export default async function EditTextsPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/teksten'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.editTexts(id))
  const session = await getSessionToEdit(idOr404(id))
  if (!session) notFound()
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={clock.now()} here="editSession" />
        <Heading level={2}>Teksten bewerken</Heading>
        <SessionForm
          action={saveSessionAction.bind(null, session.id)}
          values={valuesOf(session)}
          title={`Teksten ${session.title}`}
          slugHint="Verander je dit, dan komt wie het oude adres gebruikt vanzelf op het nieuwe uit."
          asksMoments={false}
          button="Bewaren"
        />
      </Page>
    </DeskPage>
  )
}
