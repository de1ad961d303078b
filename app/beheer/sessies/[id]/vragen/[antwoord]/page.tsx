import { Link } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionBreadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { idOr404 } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AgendaQuestion } from '@/app/beheer/sessies/[id]/vragen/_components/agenda-question'
import { parseQuestionFilter } from '@/app/beheer/sessies/[id]/vragen/_components/question-filter'
import styles from '@/app/beheer/sessies/[id]/vragen/[antwoord]/_components/question-links.module.css'
import { ResultTextForm, TriageForm } from '@/app/beheer/sessies/[id]/vragen/[antwoord]/_components/triage-form'
import { resultTextAction, triageAction } from '@/app/beheer/sessies/[id]/vragen/[antwoord]/actions'
import { Callout } from '@/components/ui/callout'
import { routes } from '@/lib/platform/routes'
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

export default async function AgendaQuestionPage(props: PageProps<'/beheer/sessies/[id]/vragen/[antwoord]'>) {
  const [{ antwoord }, query] = await Promise.all([props.params, props.searchParams])
  const filter = parseQuestionFilter(query)
  const returnTo = (id: string) => routes.agendaQuestion(id, antwoord, filter)
  const { organiser, session, now } = await loadSessionPage(props.params, returnTo)
  const [sessionId, answerId] = [session.id, idOr404(antwoord)]
  const [question, entries, themes, owners, round] = await Promise.all([
    getAgendaQuestion(sessionId, answerId),
    listQuestionEntries(sessionId),
    listThemes(sessionId),
    listPossibleOwners(),
    getClosedRound(sessionId),
  ])
  if (!question) notFound()
  const { number, of, next } = findListPosition(entries, answerId, filter)
  const { cancelledAt } = question.asker
  const canWriteResult =
    !cancelledAt && !session.cancelledAt && hasEnded(session, now) && !(await hasResultMessage(question.asker.id))
  const saveResultText = resultTextAction.bind(null, sessionId, answerId)
  const list = { label: 'Vragen', href: routes.agendaQuestions(sessionId, filter) }
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={sessionBreadcrumbs(session, list)}>
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
          <ResultTextForm action={saveResultText} question={question} canWrite={canWriteResult} />
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
      {/* After the form, so that keyboard users reach the form first. */}
      <nav aria-label="Bij deze vraag" className={styles.links}>
        {next ? <Link href={routes.agendaQuestion(sessionId, next, filter)}>Sla deze vraag over</Link> : null}
        {round || cancelledAt ? null : (
          <Link href={routes.clarification(sessionId, answerId)}>Toelichting vragen of opschrijven</Link>
        )}
        <Link href={routes.registration(sessionId, question.asker.id)}>
          Aanmelding van <bdi>{question.asker.name}</bdi>
        </Link>
      </nav>
    </AdminPage>
  )
}
