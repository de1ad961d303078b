import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404 } from '@/app/beheer/read-params'
import { saveQuestionAction } from '@/app/beheer/sessies/[id]/bewerken/vragen/actions'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { FormQuestionForm } from '@/components/organiser/form-question-form'
import { QuestionTrail } from '@/components/organiser/form-question-trail'
import { requireOrganiser } from '@/lib/organisers/current'
import { routes } from '@/lib/platform/routes'
import { getFormQuestion } from '@/lib/sessions/queries'

export default async function QuestionPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/vragen/[vraag]'>) {
  const { id, vraag } = await params
  const organiser = await requireOrganiser(routes.formQuestion(id, vraag))
  const session = await sessionOr404(id)
  const question = await getFormQuestion(session.id, idOr404(vraag))
  if (!question) notFound()
  const { version, label, hint, required, kind, options, answers } = question
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <QuestionTrail session={session} />
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
            options,
          }}
          answers={answers}
          title={`Vraag bewerken ${session.title}`}
        />
      </Page>
    </DeskPage>
  )
}
