import { Link, Paragraph } from '@utrecht/component-library-react'
import { pageNumber } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import styles from '@/app/beheer/sessies/[id]/_components/action-row.module.css'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { FormStatus } from '@/components/form/form-status'
import { guaranteeSentence, guaranteesSinceClosingText, openGuaranteesText } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { Pagination } from '@/components/ui/pagination'
import { QuotedText } from '@/components/ui/quoted-text'
import { DateTime } from '@/components/ui/text/date-time'
import { routes } from '@/lib/platform/routes'
import { areNewQuestionsGuaranteed, hasEnded, type SessionMoments } from '@/lib/sessions/rules'
import {
  type ClosedRound,
  getClosedRound,
  hasAgendaQuestion,
  listPossibleOwners,
  listQuestionEntries,
  listQuestionViews,
  listThemes,
} from '@/lib/triage/queries'
import {
  countNewOpenGuarantees,
  isInFilter,
  paginateQuestions,
  type QuestionEntry,
  roundStatistics,
} from '@/lib/triage/rules'
import { AgendaQuestionList } from './_components/agenda-question-list'
import { parseQuestionFilter, QuestionFilterForm } from './_components/question-filter'
import { bulkTriageAction } from './actions'

export default async function AgendaQuestionsPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/vragen'>) {
  const query = await searchParams
  const filter = parseQuestionFilter(query)
  const requestedPage = pageNumber(query.pagina)
  const page = await loadSessionPage(params, (id) => routes.agendaQuestions(id, { ...filter, page: requestedPage }))
  const { session, now } = page
  const [entries, themes, owners, round, hasQuestion] = await Promise.all([
    listQuestionEntries(session.id),
    listThemes(session.id),
    listPossibleOwners(),
    getClosedRound(session.id),
    hasAgendaQuestion(session.id),
  ])
  const counts = roundStatistics(entries)
  const shown = entries.filter((entry) => isInFilter(entry, filter))
  const list = paginateQuestions(shown, requestedPage)
  return (
    <AdminSessionPage {...page} current="agendaQuestions">
      {query.bewaard ? <FormStatus title="Bewaard. Dit was de laatste vraag van de lijst." submission="kept" /> : null}
      {hasQuestion ? null : (
        <Callout title="Er is nog niet gekozen welke vraag van het formulier jullie behandelen.">
          Zet bij <Link href={routes.formQuestions(session.id)}>de vragen van het formulier</Link> een vraag klaar die
          mensen in eigen woorden beantwoorden.
        </Callout>
      )}
      {round ? (
        <ClosedRoundCallouts session={session} now={now} round={round} entries={entries} />
      ) : (
        <Callout tone={counts.openGuarantees > 0 ? 'alarm' : 'good'} title={openGuaranteesText(counts.openGuarantees)}>
          {guaranteeSentence(counts.openGuarantees)}
        </Callout>
      )}
      <div className={styles.row}>
        <Link href={routes.themes(session.id)}>Thema’s en volgorde</Link>
        <Link href={routes.speakerBrief(session.id)}>Overzicht voor de sprekers</Link>
        {canMailResults(session, now) ? (
          <Link href={routes.resultNotifications(session.id)}>Laten weten wat ermee is gedaan</Link>
        ) : null}
        {round ? null : <Link href={routes.closeTriageRound(session.id)}>Vragenronde sluiten</Link>}
      </div>
      <QuestionFilterForm sessionId={session.id} entries={entries} filter={filter} themes={themes} owners={owners} />
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

const canMailResults = (session: SessionMoments, now: Date) => hasEnded(session, now) && !session.cancelledAt

type Session = SessionMoments & { id: string }
type ClosedRoundProps = { session: Session; now: Date; round: ClosedRound; entries: QuestionEntry[] }

/**
 * Shows when and why the triage round was closed. First warns of questions that came in after the closing and that the
 * site promised to discuss, because it was before the question deadline.
 */
function ClosedRoundCallouts({ session, now, round, entries }: ClosedRoundProps) {
  const newGuarantees = countNewOpenGuarantees(round, entries)
  const reopen = <Link href={routes.closeTriageRound(session.id)}>Heropen de vragenronde</Link>
  return (
    <>
      {newGuarantees > 0 ? (
        <Callout tone="alarm" title={guaranteesSinceClosingText(newGuarantees)}>
          {guaranteeSentence(newGuarantees)} {reopen} om erover te beslissen.
        </Callout>
      ) : null}
      <Callout title="De vragenronde is gesloten.">
        Sinds <DateTime value={round.closedAt} />. Er verandert niets meer aan de vragen.{' '}
        {canMailResults(session, now)
          ? 'Wat je aan een vrager schrijft, kan nog wel, tot de mails daarover uitgaan. '
          : null}
        {newGuarantees > 0 ? null : <>{reopen} als dat toch moet.</>}
        {areNewQuestionsGuaranteed(session, now) ? (
          <>
            {' '}
            De vragentermijn loopt nog tot <DateTime value={session.questionDeadlineAt} />: nieuwe vragen zijn tot dan
            beloofd.
          </>
        ) : null}
        {round.explanation ? <QuotedText>{round.explanation}</QuotedText> : null}
      </Callout>
    </>
  )
}
