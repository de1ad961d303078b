import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { SendProgress } from '@/app/beheer/sessies/[id]/_components/send-progress'
import { SessionHeading } from '@/app/beheer/sessies/[id]/_components/session-heading'
import { resultNotificationRefusals } from '@/app/beheer/sessies/[id]/vragen/_components/result-notifications-copy'
import { Callout } from '@/components/ui/callout'
import { Page } from '@/components/ui/page/page'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { getSendProgress } from '@/lib/outbox/send-progress'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { hasEnded } from '@/lib/sessions/rules'
import { listPendingResults } from '@/lib/triage/results'
import { ResultNotificationsForm } from './_components/result-notifications-form'
import { resultNotificationsAction } from './actions'

export default async function ResultNotificationsPage({
  params,
}: PageProps<'/beheer/sessies/[id]/vragen/terugkoppeling'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.resultNotifications(id))
  const session = await sessionOr404(id)
  const now = clock.now()
  const [pending, progress] = await Promise.all([
    listPendingResults(session.id),
    getSendProgress({ sessionId: session.id, kind: 'questionResult' }),
  ])
  const refusal = session.cancelledAt
    ? resultNotificationRefusals['session-cancelled']
    : resultNotificationRefusals['session-not-ended']
  return (
    <AdminPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={now} current="agendaQuestions" />
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
            pendingQuestions={pending
              .slice(0, 100)
              .map(({ id: answer, text }) => ({ id: answer, label: text.slice(0, 80) }))}
          />
        )}
      </Page>
    </AdminPage>
  )
}
