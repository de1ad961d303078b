import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { SessionHeading } from '@/app/beheer/sessies/[id]/_components/session-heading'
import { Page } from '@/components/ui/page/page'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { areNewQuestionsGuaranteed } from '@/lib/sessions/rules'
import { getClosedRound, listQuestionEntries } from '@/lib/triage/queries'
import { roundStatistics } from '@/lib/triage/rules'
import { CloseRoundForm } from './_components/close-round-form'
import { closeRoundAction } from './actions'

export default async function CloseRoundPage({ params }: PageProps<'/beheer/sessies/[id]/vragen/sluiten'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.closeTriageRound(id))
  const session = await sessionOr404(id)
  const now = clock.now()
  const [entries, round] = await Promise.all([listQuestionEntries(session.id), getClosedRound(session.id)])
  return (
    <AdminPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={now} current="agendaQuestions" />
        <CloseRoundForm
          action={closeRoundAction.bind(null, session.id)}
          title={session.title}
          openGuarantees={roundStatistics(entries).openGuarantees}
          deadline={areNewQuestionsGuaranteed(session, now) ? session.questionDeadlineAt : null}
          round={round}
        />
      </Page>
    </AdminPage>
  )
}
