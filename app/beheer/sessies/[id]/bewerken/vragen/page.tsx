import { Heading, Paragraph } from '@utrecht/component-library-react'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { ButtonLink } from '@/components/ui/button-link'
import { Flow } from '@/components/ui/page/flow'
import { canDelete } from '@/lib/organisers/rules'
import { routes } from '@/lib/platform/routes'
import { questionLimits } from '@/lib/sessions/form-questions-schema'
import { listAllFormQuestions } from '@/lib/sessions/queries'
import { FormQuestionList } from './_components/form-question-list'
import { changeQuestionAction } from './actions'

export default async function FormQuestionsPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/vragen'>) {
  const page = await loadSessionPage(params, routes.formQuestions)
  const { organiser, session } = page
  const questions = await listAllFormQuestions(session.id)
  const activeCount = questions.filter(({ retiredAt }) => retiredAt === null).length
  return (
    <AdminSessionPage {...page} current="editSession" title="Vragen" width="reading">
      <Flow>
        <Heading level={2}>Vragen van het formulier</Heading>
        <Paragraph>
          Deze vragen beantwoordt iemand bij het aanmelden, in deze volgorde. Naam, e-mailadres, gemeente en functie
          vraagt het formulier altijd.
        </Paragraph>
      </Flow>
      <FormQuestionList
        action={changeQuestionAction.bind(null, session.id)}
        sessionId={session.id}
        questions={questions}
        canDelete={canDelete(organiser.role)}
      />
      <div className={styles.row}>
        {activeCount < questionLimits.activeQuestions ? (
          <ButtonLink href={routes.newFormQuestion(session.id)}>Nieuwe vraag</ButtonLink>
        ) : (
          <Paragraph>
            Er passen {questionLimits.activeQuestions} vragen in een formulier. Dit formulier is vol.
          </Paragraph>
        )}
      </div>
    </AdminSessionPage>
  )
}
