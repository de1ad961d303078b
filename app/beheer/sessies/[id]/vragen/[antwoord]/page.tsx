import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { Breadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { idOr404 } from '@/app/beheer/_lib/params'
import { parseQuestionFilter } from '@/app/beheer/sessies/[id]/vragen/_lib/parse-question-filter'
import { Callout } from '@/components/ui/callout'
import { Page } from '@/components/ui/page/page'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionHeading } from '@/lib/sessions/queries'
import { hasEnded } from '@/lib/sessions/rules'
import {
  getAgendaQuestion,
  getClosedRound,
  listPossibleOwners,
  listQuestionEntries,
  listThemes,
} from '@/lib/triage/queries'
import { hasResultMessage } from '@/lib/triage/results'
import { findListPosition } from '@/lib/triage/rules'
import { AgendaQuestion } from './_components/agenda-question'
import { QuestionLinks } from './_components/question-links'
import { ResultTextForm } from './_components/result-text-form'
import { TriageForm } from './_components/triage-form'
import { resultTextAction, triageAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/vragen/[antwoord]'>

export default async function AgendaQuestionPage({ params, searchParams }: Props) {
  const [{ id, antwoord }, query] = await Promise.all([params, searchParams])
  const filter = parseQuestionFilter(query)
  const organiser = await requireOrganiser(routes.agendaQuestion(id, antwoord, filter))
  const [sessionId, answerId] = [idOr404(id), idOr404(antwoord)]
  const [session, question, entries, themes, owners, round] = await Promise.all([
    getSessionHeading(sessionId),
    getAgendaQuestion(sessionId, answerId),
    listQuestionEntries(sessionId),
    listThemes(sessionId),
    listPossibleOwners(),
    getClosedRound(sessionId),
  ])
  if (!session || !question) notFound()
  const { number, of, next } = findListPosition(entries, answerId, filter)
  const breadcrumbs = [
    { label: 'Kennissessies', href: routes.admin() },
    { label: session.title, href: routes.registrations(sessionId) },
    { label: 'Vragen', href: routes.agendaQuestions(sessionId, filter) },
  ]
  const { cancelledAt } = question.asker
  const canWriteResult =
    !cancelledAt &&
    !session.cancelledAt &&
    hasEnded(session, clock.now()) &&
    !(await hasResultMessage(question.asker.id))
  return (
    <AdminPage organiser={organiser}>
      <Page width="reading">
        <Breadcrumbs links={breadcrumbs} />
        {query.bewaard ? <Callout tone="good" role="status" title="Bewaard. Dit is de volgende vraag." /> : null}
        <AgendaQuestion
          question={question}
          eyebrow={cancelledAt ? 'Afgemeld' : `Vraag ${number} van ${of}`}
          shouldFocus={query.bewaard !== undefined}
        />
        {round || cancelledAt ? (
          <>
            <Callout title={cancelledAt ? 'Wie dit vroeg, heeft zich afgemeld.' : 'De vragenronde is gesloten.'}>
              {canWriteResult
                ? 'Je kunt alleen nog iets aan deze vrager schrijven, tot de mails daarover uitgaan.'
                : 'Er verandert niets meer aan deze vraag.'}
            </Callout>
            <ResultTextForm
              action={resultTextAction.bind(null, sessionId, answerId)}
              question={question}
              canWrite={canWriteResult}
            />
          </>
        ) : (
          <TriageForm
            action={triageAction.bind(null, sessionId, answerId, filter)}
            question={question}
            themes={themes}
            owners={owners}
            showResultText={canWriteResult}
            hasNext={next !== null}
          />
        )}
        <QuestionLinks
          {...{ sessionId, answerId, asker: question.asker, next, filter }}
          canClarify={!round && !cancelledAt}
        />
      </Page>
    </AdminPage>
  )
}
