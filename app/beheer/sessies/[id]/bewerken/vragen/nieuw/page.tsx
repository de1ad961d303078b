import { randomUUID } from 'node:crypto'
import { DeskPage } from '@/app/beheer/desk-page'
import { addQuestionAction } from '@/app/beheer/sessies/[id]/bewerken/vragen/actions'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { FormQuestionForm } from '@/components/organiser/form-question-form'
import { QuestionTrail } from '@/components/organiser/form-question-trail'
import { requireOrganiser } from '@/lib/organisers/current'
import { routes } from '@/lib/platform/routes'

export default async function NewQuestionPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/vragen/nieuw'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.newFormQuestion(id))
  const session = await sessionOr404(id)
  // Made here, so that the same form sent twice is one question.
  const values = { id: randomUUID(), version: '', label: '', hint: '', required: 'on', kind: 'text', options: '' }
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <QuestionTrail session={session} />
        <PageTitle size="calm">Nieuwe vraag</PageTitle>
        <FormQuestionForm
          action={addQuestionAction.bind(null, session.id)}
          values={values}
          answers={0}
          title={`Nieuwe vraag ${session.title}`}
        />
      </Page>
    </DeskPage>
  )
}
