import { DeskPage } from '@/app/beheer/desk-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Note } from '@/components/form/note'
import { Page } from '@/components/layout/page'
import { OutcomeForm } from '@/components/organiser/outcome-form'
import { outcomeRefusals } from '@/components/organiser/outcome-words'
import { SendProgress } from '@/components/organiser/send-progress'
import { SessionHeading } from '@/components/organiser/session-heading'
import { getSendProgress } from '@/lib/messages/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { listUntold } from '@/lib/questions/outcomes'
import { hasBeen } from '@/lib/sessions/rules'
import { outcomeAction } from './actions'

export default async function OutcomesPage({ params }: PageProps<'/beheer/sessies/[id]/vragen/terugkoppeling'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.outcomes(id))
  const session = await sessionOr404(id)
  const now = clock.now()
  const [untold, progress] = await Promise.all([
    listUntold(session.id),
    getSendProgress({ sessionId: session.id, kind: 'outcome' }),
  ])
  const refused = session.cancelledAt ? outcomeRefusals['session-cancelled'] : outcomeRefusals['not-been']
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={now} here="questions" />
        {progress.total > 0 ? (
          <SendProgress sessionId={session.id} lead="De mails over de vragen gaan uit." progress={progress} />
        ) : null}
        {session.cancelledAt || !hasBeen(session, now) ? (
          <>
            <title>{`Terugkoppeling ${session.title} - Aanschuif beheer`}</title>
            <Note lead={refused.lead}>{refused.text}</Note>
          </>
        ) : (
          <OutcomeForm
            action={outcomeAction.bind(null, session.id)}
            title={session.title}
            untold={untold.slice(0, 100).map(({ id: answer, text }) => ({ id: answer, label: text.slice(0, 80) }))}
          />
        )}
      </Page>
    </DeskPage>
  )
}
