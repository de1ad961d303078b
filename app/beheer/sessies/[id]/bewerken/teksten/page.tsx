import { Heading } from '@utrecht/component-library-react'
import { SessionForm } from '@/app/beheer/sessies/_components/session-form'
import { loadSessionToEdit } from '@/app/beheer/sessies/_lib/load-session-to-edit'
import { toSessionFormValues } from '@/app/beheer/sessies/_lib/session-form-values'
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
        values={toSessionFormValues(session)}
        title={`Teksten ${session.title}`}
        slugHint="Verander je dit, dan komt wie het oude adres gebruikt vanzelf op het nieuwe uit."
        showSchedule={false}
        submitLabel="Bewaren"
      />
    </AdminSessionPage>
  )
}
