import { Link, Paragraph } from '@utrecht/component-library-react'
import { DeskPage } from '@/app/beheer/desk-page'
import { pageNumber } from '@/app/beheer/read-params'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Note } from '@/components/form/note'
import { Outcome } from '@/components/form/outcome'
import { Page } from '@/components/layout/page'
import { AskedQuestionList } from '@/components/organiser/asked-question-list'
import { Pager } from '@/components/organiser/pager'
import { QuestionFilterPart } from '@/components/organiser/question-filter'
import { RoundHead } from '@/components/organiser/round-head'
import { SessionHeading } from '@/components/organiser/session-heading'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import {
  getClosing,
  hasAskedQuestion,
  listOwners,
  listQuestionPlaces,
  listQuestionViews,
  listThemes,
} from '@/lib/questions/queries'
import { countRound, isShown, pageOf, promisesSince } from '@/lib/questions/rules'
import { hasBeen, promisesMore } from '@/lib/sessions/rules'
import { bulkAction } from './actions'
import { readFilter } from './read-filter'

export default async function QuestionsPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/vragen'>) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const filter = readFilter(asked)
  const organiser = await requireOrganiser(routes.questions(id, { ...filter, page: pageNumber(asked.pagina) }))
  const session = await sessionOr404(id)
  const now = clock.now()
  const [places, themes, owners, closing, isChosen] = await Promise.all([
    listQuestionPlaces(session.id),
    listThemes(session.id),
    listOwners(),
    getClosing(session.id),
    hasAskedQuestion(session.id),
  ])
  const counts = countRound(places)
  const { ids, page, pages } = pageOf(
    places.filter((place) => isShown(place, filter)),
    pageNumber(asked.pagina),
  )
  return (
    <DeskPage organiser={organiser}>
      <Page>
        <SessionHeading session={session} now={now} here="questions" />
        {asked.bewaard ? <Outcome lead="Bewaard. Dit was de laatste vraag van de lijst." sending="kept" /> : null}
        {isChosen ? null : (
          <Note lead="Er is nog niet gekozen welke vraag van het formulier jullie behandelen.">
            Zet bij <Link href={routes.formQuestions(session.id)}>de vragen van het formulier</Link> een vraag klaar die
            mensen in eigen woorden beantwoorden.
          </Note>
        )}
        <RoundHead
          sessionId={session.id}
          counts={counts}
          closing={closing}
          since={closing ? promisesSince(closing, places) : 0}
          deadline={promisesMore(session, now) ? session.questionDeadlineAt : null}
          hasBeen={hasBeen(session, now) && !session.cancelledAt}
        />
        <QuestionFilterPart sessionId={session.id} counts={counts} filter={filter} themes={themes} owners={owners} />
        {ids.length === 0 ? <Paragraph>Er zijn geen vragen om te laten zien.</Paragraph> : null}
        <AskedQuestionList
          key={JSON.stringify([filter, page])}
          action={bulkAction.bind(null, session.id)}
          sessionId={session.id}
          title={session.title}
          questions={await listQuestionViews(ids)}
          filter={filter}
          themes={themes}
          closed={closing !== null || ids.length === 0}
        />
        <Pager page={page} pages={pages} pathOf={(to) => routes.questions(id, { ...filter, page: to })} />
      </Page>
    </DeskPage>
  )
}
