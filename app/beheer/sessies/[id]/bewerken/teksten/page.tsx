import { Heading } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { idOr404 } from '@/app/beheer/_lib/params'
import { SessionForm } from '@/app/beheer/sessies/_components/session-form'
import { toSessionFormValues } from '@/app/beheer/sessies/_components/session-form-values'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
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
    <AdminSessionPage organiser={organiser} session={session} now={clock.now()} current="editSession" width="reading">
      <Heading level={2}>Teksten bewerken</Heading>
      <SessionForm
        action={saveSessionAction.bind(null, session.id)}
        values={toSessionFormValues(session)}
        title={`Teksten ${session.title}`}
        slugHint="Verander je dit, dan komt wie het oude adres gebruikt vanzelf op het nieuwe uit."
        showSchedule={false}
        submitLabel="Bewaren"
      />
    </AdminSessionPage>
  )
}
