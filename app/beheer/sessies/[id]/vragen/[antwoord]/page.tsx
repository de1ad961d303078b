import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404 } from '@/app/beheer/read-params'
import { readFilter } from '@/app/beheer/sessies/[id]/vragen/read-filter'
import { Note } from '@/components/form/note'
import { Page } from '@/components/layout/page'
import { AskedQuestion } from '@/components/organiser/asked-question'
import { OutcomeTextForm } from '@/components/organiser/outcome-text-form'
import { QuestionWays } from '@/components/organiser/question-ways'
import { Trail } from '@/components/organiser/trail'
import { TriageForm } from '@/components/organiser/triage-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { isTold } from '@/lib/questions/outcomes'
import { getClosing, getQuestion, listOwners, listQuestionPlaces, listThemes } from '@/lib/questions/queries'
import { placeInTurn } from '@/lib/questions/rules'
import { getSessionHeading } from '@/lib/sessions/queries'
import { hasBeen } from '@/lib/sessions/rules'
import { outcomeTextAction, triageAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/vragen/[antwoord]'>

export default async function QuestionPage({ params, searchParams }: Props) {
  const [{ id, antwoord }, asked] = await Promise.all([params, searchParams])
  const filter = readFilter(asked)
  const organiser = await requireOrganiser(routes.question(id, antwoord, filter))
  const [sessionId, answerId] = [idOr404(id), idOr404(antwoord)]
  const [session, question, places, themes, owners, closing] = await Promise.all([
    getSessionHeading(sessionId),
    getQuestion(sessionId, answerId),
    listQuestionPlaces(sessionId),
    listThemes(sessionId),
    listOwners(),
    getClosing(sessionId),
  ])
  if (!session || !question) notFound()
  const { number, of, next } = placeInTurn(places, answerId, filter)
  const trail = [
    { label: 'Kennissessies', href: routes.desk() },
    { label: session.title, href: routes.registrations(sessionId) },
    { label: 'Vragen', href: routes.questions(sessionId, filter) },
  ]
  const { cancelledAt } = question.asker
  const asksOutcome =
    !cancelledAt && !session.cancelledAt && hasBeen(session, clock.now()) && !(await isTold(question.asker.id))
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <Trail links={trail} />
        {asked.bewaard ? <Note tone="good" role="status" lead="Bewaard. Dit is de volgende vraag." /> : null}
        <AskedQuestion
          question={question}
          over={cancelledAt ? 'Afgemeld' : `Vraag ${number} van ${of}`}
          arrived={asked.bewaard !== undefined}
        />
        {closing || cancelledAt ? (
          <>
            <Note lead={cancelledAt ? 'Wie dit vroeg, heeft zich afgemeld.' : 'De vragenronde is gesloten.'}>
              {asksOutcome
                ? 'Je kunt alleen nog iets aan deze vrager schrijven, tot de mails daarover uitgaan.'
                : 'Er verandert niets meer aan deze vraag.'}
            </Note>
            <OutcomeTextForm
              action={outcomeTextAction.bind(null, sessionId, answerId)}
              question={question}
              canWrite={asksOutcome}
            />
          </>
        ) : (
          <TriageForm
            action={triageAction.bind(null, sessionId, answerId, filter)}
            question={question}
            themes={themes}
            owners={owners}
            asksOutcome={asksOutcome}
            hasNext={next !== null}
          />
        )}
        <QuestionWays
          {...{ sessionId, answerId, asker: question.asker, next, filter }}
          canClarify={!closing && !cancelledAt}
        />
      </Page>
    </DeskPage>
  )
}
