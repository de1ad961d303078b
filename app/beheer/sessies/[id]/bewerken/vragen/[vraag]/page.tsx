import { notFound } from 'next/navigation'
import { idOr404 } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { FormQuestionPage } from '@/app/beheer/sessies/[id]/bewerken/vragen/_components/form-question-page'
import { saveQuestionAction } from '@/app/beheer/sessies/[id]/bewerken/vragen/actions'
import { routes } from '@/lib/platform/routes'
import { listAllFormQuestions } from '@/lib/sessions/queries'

type Props = PageProps<'/beheer/sessies/[id]/bewerken/vragen/[vraag]'>

export default async function EditFormQuestionPage({ params }: Props) {
  const { vraag } = await params
  const { organiser, session } = await loadSessionPage(params, (id) => routes.formQuestion(id, vraag))
  const questionId = idOr404(vraag)
  const question = (await listAllFormQuestions(session.id)).find(({ id }) => id === questionId) ?? notFound()
  const { id, version, label, hint, required, kind, options, answers } = question
  const values = {
    ...{ id, label, kind, version: String(version), hint: hint ?? '' },
    required: required ? 'on' : '',
    options: options.join('\n'),
  }
  const action = saveQuestionAction.bind(null, session.id, id)
  return <FormQuestionPage {...{ organiser, session, action, values }} heading="Vraag bewerken" answerCount={answers} />
}
