import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { routes } from '@/lib/platform/routes'
import { areNewQuestionsGuaranteed } from '@/lib/sessions/rules'
import { getClosedRound, listQuestionEntries } from '@/lib/triage/queries'
import { roundStatistics } from '@/lib/triage/rules'
import { CloseRoundForm } from './_components/close-round-form'
import { closeRoundAction } from './actions'

export default async function CloseRoundPage({ params }: PageProps<'/beheer/sessies/[id]/vragen/sluiten'>) {
  const page = await loadSessionPage(params, routes.closeTriageRound)
  const { session, now } = page
  const [entries, round] = await Promise.all([listQuestionEntries(session.id), getClosedRound(session.id)])
  return (
    <AdminSessionPage {...page} current="agendaQuestions" width="reading">
      <CloseRoundForm
        action={closeRoundAction.bind(null, session.id)}
        title={session.title}
        openGuarantees={roundStatistics(entries).openGuarantees}
        deadline={areNewQuestionsGuaranteed(session, now) ? session.questionDeadlineAt : null}
        round={round}
      />
    </AdminSessionPage>
  )
}
