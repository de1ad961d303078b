import { DeskPage } from '@/app/beheer/desk-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Page } from '@/components/layout/page'
import { CloseForm } from '@/components/organiser/close-form'
import { SessionHeading } from '@/components/organiser/session-heading'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getClosing, listQuestionPlaces } from '@/lib/questions/queries'
import { countRound } from '@/lib/questions/rules'
import { promisesMore } from '@/lib/sessions/rules'
import { closeAction } from './actions'

export default async function CloseRoundPage({ params }: PageProps<'/beheer/sessies/[id]/vragen/sluiten'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.closeRound(id))
  const session = await sessionOr404(id)
  const now = clock.now()
  const [places, closing] = await Promise.all([listQuestionPlaces(session.id), getClosing(session.id)])
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={now} here="questions" />
        <CloseForm
          action={closeAction.bind(null, session.id)}
          title={session.title}
          openPromises={countRound(places).openPromises}
          deadline={promisesMore(session, now) ? session.questionDeadlineAt : null}
          closing={closing}
        />
      </Page>
    </DeskPage>
  )
}
