import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionsBreadcrumb } from '@/app/beheer/_components/breadcrumbs'
import { idOr404 } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { FormQuestionForm } from '@/app/beheer/sessies/[id]/bewerken/vragen/_components/form-question-form'
import { saveQuestionAction } from '@/app/beheer/sessies/[id]/bewerken/vragen/actions'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import { listAllFormQuestions } from '@/lib/sessions/queries'

const newQuestion = { version: '', label: '', hint: '', required: true, kind: 'text' as const, options: [], answers: 0 }

/** Shows the form for one question of the sign-up form. `nieuw` in place of its id opens an empty form. */
export default async function FormQuestionPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/vragen/[vraag]'>) {
  const { vraag } = await params
  const { organiser, session } = await loadSessionPage(params, (id) => routes.formQuestion(id, vraag))
  const questionId = vraag === 'nieuw' ? null : idOr404(vraag)
  const found = (await listAllFormQuestions(session.id)).find(({ id }) => id === questionId)
  if (questionId && !found) notFound()
  // The form contains the id of a new question: submitting it twice adds one question.
  const question = found ?? { ...newQuestion, id: randomUUID() }
  const heading = questionId ? 'Vraag bewerken' : 'Nieuwe vraag'
  const breadcrumbs = [
    sessionsBreadcrumb,
    { label: session.title, href: routes.editSession(session.id) },
    { label: 'Vragen', href: routes.formQuestions(session.id) },
  ]
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={breadcrumbs}>
      <PageTitle size="calm">{heading}</PageTitle>
      <FormQuestionForm
        action={saveQuestionAction.bind(null, session.id, questionId)}
        question={question}
        title={`${heading} ${session.title}`}
      />
    </AdminPage>
  )
}
