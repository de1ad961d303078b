import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { idOr404 } from '@/app/beheer/_lib/params'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { formQuestionBreadcrumbs } from '@/app/beheer/sessies/[id]/bewerken/vragen/_components/form-question-breadcrumbs'
import { FormQuestionForm } from '@/app/beheer/sessies/[id]/bewerken/vragen/_components/form-question-form'
import { saveQuestionAction } from '@/app/beheer/sessies/[id]/bewerken/vragen/actions'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'
import { getFormQuestion } from '@/lib/sessions/queries'

export default async function FormQuestionPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/vragen/[vraag]'>) {
  const { id, vraag } = await params
  const organiser = await requireOrganiser(routes.formQuestion(id, vraag))
  const session = await sessionOr404(id)
  const question = await getFormQuestion(session.id, idOr404(vraag))
  if (!question) notFound()
  const { version, label, hint, required, kind, options, answers } = question
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={formQuestionBreadcrumbs(session)}>
      <PageTitle size="calm">Vraag bewerken</PageTitle>
      <FormQuestionForm
        action={saveQuestionAction.bind(null, session.id, question.id)}
        values={{
          id: question.id,
          version: String(version),
          label,
          hint: hint ?? '',
          required: required ? 'on' : '',
          kind,
          options: options.join('\n'),
        }}
        answerCount={answers}
        title={`Vraag bewerken ${session.title}`}
      />
    </AdminPage>
  )
}
