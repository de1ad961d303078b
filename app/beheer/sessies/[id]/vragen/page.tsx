import { Link, Paragraph } from '@utrecht/component-library-react'
import { pageNumber } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { FormStatus } from '@/components/form/form-status'
import { Callout } from '@/components/ui/callout'
import { Pagination } from '@/components/ui/pagination'
import { routes } from '@/lib/platform/routes'
import { areNewQuestionsGuaranteed, hasEnded } from '@/lib/sessions/rules'
import {
  getClosedRound,
  hasAgendaQuestion,
  listPossibleOwners,
  listQuestionEntries,
  listQuestionViews,
  listThemes,
} from '@/lib/triage/queries'
import { countNewOpenGuarantees, isInFilter, paginateQuestions, roundStatistics } from '@/lib/triage/rules'
import { AgendaQuestionList } from './_components/agenda-question-list'
import { QuestionFilterForm } from './_components/question-filter'
import { TriageRoundStatus } from './_components/triage-round-status'
import { parseQuestionFilter } from './_lib/parse-question-filter'
import { bulkTriageAction } from './actions'

export default async function AgendaQuestionsPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/vragen'>) {
  const query = await searchParams
  const filter = parseQuestionFilter(query)
  const requestedPage = pageNumber(query.pagina)
  const page = await loadSessionPage(params, (id) => routes.agendaQuestions(id, { ...filter, page: requestedPage }))
  const { session, now } = page
  const [entries, themes, owners, round, isChosen] = await Promise.all([
    listQuestionEntries(session.id),
    listThemes(session.id),
    listPossibleOwners(),
    getClosedRound(session.id),
    hasAgendaQuestion(session.id),
  ])
  const counts = roundStatistics(entries)
  const list = paginateQuestions(
    entries.filter((entry) => isInFilter(entry, filter)),
    requestedPage,
  )
  return (
    <AdminSessionPage {...page} current="agendaQuestions">
      {query.bewaard ? <FormStatus title="Bewaard. Dit was de laatste vraag van de lijst." submission="kept" /> : null}
      {isChosen ? null : (
        <Callout title="Er is nog niet gekozen welke vraag van het formulier jullie behandelen.">
          Zet bij <Link href={routes.formQuestions(session.id)}>de vragen van het formulier</Link> een vraag klaar die
          mensen in eigen woorden beantwoorden.
        </Callout>
      )}
      <TriageRoundStatus
        sessionId={session.id}
        counts={counts}
        round={round}
        guaranteesSinceClosing={round ? countNewOpenGuarantees(round, entries) : 0}
        deadline={areNewQuestionsGuaranteed(session, now) ? session.questionDeadlineAt : null}
        hasEnded={hasEnded(session, now) && !session.cancelledAt}
      />
      <QuestionFilterForm sessionId={session.id} counts={counts} filter={filter} themes={themes} owners={owners} />
      {list.ids.length === 0 ? <Paragraph>Er zijn geen vragen om te laten zien.</Paragraph> : null}
      <AgendaQuestionList
        key={JSON.stringify([filter, list.page])}
        action={bulkTriageAction.bind(null, session.id)}
        sessionId={session.id}
        title={session.title}
        questions={await listQuestionViews(list.ids)}
        filter={filter}
        themes={themes}
        isClosed={round !== null || list.ids.length === 0}
      />
      <Pagination
        page={list.page}
        pages={list.pages}
        hrefFor={(to) => routes.agendaQuestions(session.id, { ...filter, page: to })}
      />
    </AdminSessionPage>
  )
}
