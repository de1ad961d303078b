import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { SendProgress } from '@/app/beheer/sessies/[id]/_components/send-progress'
import { resultsRefusals } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { getSendProgress } from '@/lib/outbox/send-progress'
import { routes } from '@/lib/platform/routes'
import { hasEnded } from '@/lib/sessions/rules'
import { listPendingResults } from '@/lib/triage/results'
import { ResultNotificationsForm } from './_components/result-notifications-form'
import { resultNotificationsAction } from './actions'

export default async function ResultsPage({ params }: PageProps<'/beheer/sessies/[id]/vragen/terugkoppeling'>) {
  const page = await loadSessionPage(params, routes.resultNotifications)
  const { session, now } = page
  const [pending, progress] = await Promise.all([
    listPendingResults(session.id),
    getSendProgress({ sessionId: session.id, kind: 'questionResult' }),
  ])
  const refusal = resultsRefusals[session.cancelledAt ? 'session-cancelled' : 'session-not-ended']
  return (
    <AdminSessionPage {...page} current="agendaQuestions" width="reading">
      {progress.total > 0 ? (
        <SendProgress sessionId={session.id} title="De mails over de vragen gaan uit." progress={progress} />
      ) : null}
      {session.cancelledAt || !hasEnded(session, now) ? (
        <>
          <title>{`Terugkoppeling ${session.title} - Aanschuif beheer`}</title>
          <Callout title={refusal.title}>{refusal.text}</Callout>
        </>
      ) : (
        <ResultNotificationsForm
          action={resultNotificationsAction.bind(null, session.id)}
          title={session.title}
          pendingQuestions={pending.slice(0, 100).map(({ id, text }) => ({ value: id, label: text.slice(0, 80) }))}
        />
      )}
    </AdminSessionPage>
  )
}
