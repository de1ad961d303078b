import { Heading, Paragraph } from '@utrecht/component-library-react'
import { DeskPage } from '@/app/beheer/desk-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { ButtonLink } from '@/components/layout/button-link'
import { Flow } from '@/components/layout/flow'
import { Page } from '@/components/layout/page'
import { FormQuestionList } from '@/components/organiser/form-question-list'
import styles from '@/components/organiser/send-row.module.css'
import { SessionHeading } from '@/components/organiser/session-heading'
import { requireOrganiser } from '@/lib/organisers/current'
import { canDelete } from '@/lib/organisers/rules'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { listQuestions } from '@/lib/sessions/queries'
import { orderOf } from '@/lib/sessions/rules'
import { questionLimits } from '@/lib/sessions/schema-questions'
import { changeQuestionAction } from './actions'

export default async function QuestionsPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/vragen'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.formQuestions(id))
  const session = await sessionOr404(id)
  const questions = await listQuestions(session.id)
  const asked = questions.filter(({ retiredAt }) => retiredAt === null).length
  return (
    <DeskPage organiser={organiser}>
      <title>{`Vragen ${session.title} - Aanschuif beheer`}</title>
      <Page width="reading">
        <SessionHeading session={session} now={clock.now()} here="editSession" />
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
          seen={orderOf(questions)}
        />
        <div className={styles.row}>
          {asked < questionLimits.asked ? (
            <ButtonLink href={routes.newFormQuestion(session.id)}>Nieuwe vraag</ButtonLink>
          ) : (
            <Paragraph>Er passen {questionLimits.asked} vragen in een formulier. Dit formulier is vol.</Paragraph>
          )}
        </div>
      </Page>
    </DeskPage>
  )
}
