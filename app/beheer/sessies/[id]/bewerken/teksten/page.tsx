import { Heading } from '@utrecht/component-library-react'
import { loadSessionToEdit } from '@/app/beheer/_lib/session-or-404'
import { SessionForm } from '@/app/beheer/sessies/_components/session-form'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { saveSessionAction } from '@/app/beheer/sessies/actions'
import { routes } from '@/lib/platform/routes'

export default async function EditTextsPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/teksten'>) {
  const page = await loadSessionToEdit(params, routes.editSessionContent)
  const { session } = page
  return (
    <AdminSessionPage {...page} current="editSession" width="reading">
      <Heading level={2}>Teksten bewerken</Heading>
      <SessionForm
        action={saveSessionAction.bind(null, session.id)}
        session={session}
        title={`Teksten ${session.title}`}
        slugHint="Verander je dit, dan komt wie het oude adres gebruikt vanzelf op het nieuwe uit."
        submitLabel="Bewaren"
      />
    </AdminSessionPage>
  )
}
