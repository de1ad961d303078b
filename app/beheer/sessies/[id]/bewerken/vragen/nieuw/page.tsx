import { randomUUID } from 'node:crypto'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { FormQuestionPage } from '@/app/beheer/sessies/[id]/bewerken/vragen/_components/form-question-page'
import { addQuestionAction } from '@/app/beheer/sessies/[id]/bewerken/vragen/actions'
import { routes } from '@/lib/platform/routes'

export default async function NewFormQuestionPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/vragen/nieuw'>) {
  const { organiser, session } = await loadSessionPage(params, routes.newFormQuestion)
  // The id makes a repeated submission harmless.
  const values = { id: randomUUID(), version: '', label: '', hint: '', required: 'on', kind: 'text', options: '' }
  const action = addQuestionAction.bind(null, session.id)
  return <FormQuestionPage {...{ organiser, session, action, values }} heading="Nieuwe vraag" answerCount={0} />
}
