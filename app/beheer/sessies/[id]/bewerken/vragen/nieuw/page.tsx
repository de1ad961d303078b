import { randomUUID } from 'node:crypto'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { formQuestionBreadcrumbs } from '@/app/beheer/sessies/[id]/bewerken/vragen/_components/form-question-breadcrumbs'
import { FormQuestionForm } from '@/app/beheer/sessies/[id]/bewerken/vragen/_components/form-question-form'
import { addQuestionAction } from '@/app/beheer/sessies/[id]/bewerken/vragen/actions'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'

export default async function NewFormQuestionPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/vragen/nieuw'>) {
  const { organiser, session } = await loadSessionPage(params, routes.newFormQuestion)
  // The id makes a repeated submission harmless.
  const values = { id: randomUUID(), version: '', label: '', hint: '', required: 'on', kind: 'text', options: '' }
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={formQuestionBreadcrumbs(session)}>
      <PageTitle size="calm">Nieuwe vraag</PageTitle>
      <FormQuestionForm
        action={addQuestionAction.bind(null, session.id)}
        values={values}
        answerCount={0}
        title={`Nieuwe vraag ${session.title}`}
      />
    </AdminPage>
  )
}
