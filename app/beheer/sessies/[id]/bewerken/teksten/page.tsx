import { Heading } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { idOr404 } from '@/app/beheer/_lib/params'
import { SessionForm } from '@/app/beheer/sessies/_components/session-form'
import { toSessionFormValues } from '@/app/beheer/sessies/_components/session-form-values'
import { SessionHeading } from '@/app/beheer/sessies/[id]/_components/session-heading'
import { Page } from '@/components/ui/page/page'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionToEdit } from '@/lib/sessions/queries'
import { saveSessionAction } from './actions'

export default async function EditTextsPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/teksten'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.editSessionContent(id))
  const session = await getSessionToEdit(idOr404(id))
  if (!session) notFound()
  return (
    <AdminPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={clock.now()} current="editSession" />
        <Heading level={2}>Teksten bewerken</Heading>
        <SessionForm
          action={saveSessionAction.bind(null, session.id)}
          values={toSessionFormValues(session)}
          title={`Teksten ${session.title}`}
          slugHint="Verander je dit, dan komt wie het oude adres gebruikt vanzelf op het nieuwe uit."
          showSchedule={false}
          submitLabel="Bewaren"
        />
      </Page>
    </AdminPage>
  )
}
