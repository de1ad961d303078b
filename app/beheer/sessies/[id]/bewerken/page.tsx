import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { MailState } from '@/app/beheer/mail-state'
import { idOr404 } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { CancelledNews, EditNews } from '@/components/organiser/edit-news'
import { SessionHeading } from '@/components/organiser/session-heading'
import { SessionMomentsPart } from '@/components/organiser/session-moments'
import { getSendProgress } from '@/lib/messages/queries'
import { cancelledKey, changedKey } from '@/lib/messages/rules'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { type EditDone, routes } from '@/lib/platform/routes'
import { getSessionToEdit } from '@/lib/sessions/queries'

const changes: EditDone[] = ['moved', 'deadlines', 'cancelled']

export default async function EditSessionPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/bewerken'>) {
  const [{ id }, { gelukt }] = await Promise.all([params, searchParams])
  const done = changes.find((change) => change === gelukt)
  const organiser = await requireOrganiser(routes.editSession(id, done))
  const session = await getSessionToEdit(idOr404(id))
  if (!session) notFound()
  const { cancelledAt, cancelReason, calendarSequence } = session
  // The number comes from the outbox itself: an address can be kept, or typed.
  const keyStart = cancelledAt ? cancelledKey(session.id) : changedKey(session.id, calendarSequence)
  const sent = { sessionId: session.id, progress: await getSendProgress({ sessionId: session.id, keyStart }) }
  const now = clock.now()
  return (
    <DeskPage organiser={organiser}>
      <title>{`Bewerken ${session.title} - Aanschuif beheer`}</title>
      <Page width="reading">
        <SessionHeading session={session} now={now} here="editSession" />
        <MailState now={now} />
        {cancelledAt ? (
          <CancelledNews {...sent} cancelledAt={cancelledAt} why={cancelReason} fresh={done === 'cancelled'} />
        ) : null}
        {done && done !== 'cancelled' && !cancelledAt ? <EditNews {...sent} done={done} /> : null}
        <SessionMomentsPart session={session} now={now} />
      </Page>
    </DeskPage>
  )
}
