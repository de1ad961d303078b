import { randomUUID } from 'node:crypto'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { FormQuestionBreadcrumbs } from '@/app/beheer/sessies/[id]/bewerken/vragen/_components/form-question-breadcrumbs'
import { FormQuestionForm } from '@/app/beheer/sessies/[id]/bewerken/vragen/_components/form-question-form'
import { addQuestionAction } from '@/app/beheer/sessies/[id]/bewerken/vragen/actions'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'

export default async function NewFormQuestionPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/vragen/nieuw'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.newFormQuestion(id))
  const session = await sessionOr404(id)
  // Made here, so that the same form sent twice is one question.
  const values = { id: randomUUID(), version: '', label: '', hint: '', required: 'on', kind: 'text', options: '' }
  return (
    <AdminPage organiser={organiser}>
      <Page width="reading">
        <FormQuestionBreadcrumbs session={session} />
        <PageTitle size="calm">Nieuwe vraag</PageTitle>
        <FormQuestionForm
          action={addQuestionAction.bind(null, session.id)}
          values={values}
          answerCount={0}
          title={`Nieuwe vraag ${session.title}`}
        />
      </Page>
    </AdminPage>
  )
}
