import { Link, Paragraph } from '@utrecht/component-library-react'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { loadSessionToEdit } from '@/app/beheer/sessies/_lib/load-session-to-edit'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { getAffectedCount } from '@/lib/notifications/queries'
import { getSendProgress } from '@/lib/outbox/send-progress'
import { routes, sessionFlashes } from '@/lib/platform/routes'
import { countSeatsNow } from '@/lib/registrations/queries'
import { CancelledCallout, EditFlash } from './_components/edit-flash'
import { EditSection, ScheduleSection, SeatsSection } from './_components/edit-section'
import { VisibilityForm } from './_components/visibility-form'
import { visibilityAction } from './actions'

export default async function EditSessionPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/bewerken'>) {
  const { gelukt } = await searchParams
  const edit = sessionFlashes.find((change) => change === gelukt)
  const page = await loadSessionToEdit(params, (id) => routes.editSession(id, edit))
  const { session, now } = page
  const { id: sessionId, cancelledAt } = session
  // Counted in the outbox: the query of the page can be old, or typed.
  const mails = cancelledAt ? ({ kind: 'sessionCancelled' } as const) : { changeSequence: session.calendarSequence }
  const [progress, { recipients }, seats] = await Promise.all([
    getSendProgress({ sessionId, ...mails }),
    getAffectedCount(sessionId),
    countSeatsNow(sessionId),
  ])
  const mailProgress = { sessionId, progress }
  const questionCount = session.questions.length
  return (
    <AdminSessionPage {...page} current="editSession" title="Bewerken" width="reading">
      <MailHealth now={now} />
      {cancelledAt ? (
        <CancelledCallout
          {...mailProgress}
          cancelledAt={cancelledAt}
          reason={session.cancelReason}
          justSent={edit === 'cancelled'}
        />
      ) : null}
      {edit && edit !== 'cancelled' && !cancelledAt ? (
        <EditFlash {...mailProgress} edit={edit} session={session} questionCount={questionCount} />
      ) : null}
      <EditSection id="op-de-site" title="Op de site">
        <VisibilityForm
          action={visibilityAction.bind(null, sessionId)}
          session={session}
          registrationCount={recipients}
          now={now}
        />
      </EditSection>
      <ScheduleSection session={session} now={now} />
      <SeatsSection session={session} seats={seats} />
      <EditSection id="vragen" title="Vragen van het formulier">
        <Paragraph>
          {questionCount === 0 ? 'Het formulier heeft nog geen eigen vragen. ' : null}
          <Link href={routes.formQuestions(sessionId)}>
            {questionCount === 0
              ? 'Maak de vragen'
              : `Bewerk de ${questionCount === 1 ? 'vraag' : `${questionCount} vragen`}`}
          </Link>
        </Paragraph>
      </EditSection>
      <EditSection id="teksten" title="Teksten">
        <Paragraph>
          <Link href={routes.editSessionContent(sessionId)}>Bewerk de teksten</Link>
        </Paragraph>
      </EditSection>
    </AdminSessionPage>
  )
}
