import { Link, Paragraph } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { idOr404 } from '@/app/beheer/_lib/params'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { ScheduleSection, SeatsSection } from '@/app/beheer/sessies/[id]/bewerken/_components/edit-section'
import { getAffectedCount } from '@/lib/notifications/queries'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { getSendProgress } from '@/lib/outbox/send-progress'
import { clock } from '@/lib/platform/clock'
import { routes, sessionFlashes } from '@/lib/platform/routes'
import { countSeatsNow } from '@/lib/registrations/queries'
import { getSessionToEdit, listActiveFormQuestions } from '@/lib/sessions/queries'
import { CancelledCallout, EditFlash } from './_components/edit-flash'
import { EditSection } from './_components/edit-section'
import { VisibilityForm } from './_components/visibility-form'
import { visibilityAction } from './actions'

export default async function EditSessionPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/bewerken'>) {
  const [{ id }, { gelukt }] = await Promise.all([params, searchParams])
  const edit = sessionFlashes.find((change) => change === gelukt)
  const organiser = await requireOrganiser(routes.editSession(id, edit))
  const session = await getSessionToEdit(idOr404(id))
  if (!session) notFound()
  const { cancelledAt, cancelReason, calendarSequence } = session
  // Counted in the outbox: the query of the page can be old, or typed.
  const mails = cancelledAt ? ({ kind: 'sessionCancelled' } as const) : { changeSequence: calendarSequence }
  const [progress, concerned, questions, seats] = await Promise.all([
    getSendProgress({ sessionId: session.id, ...mails }),
    getAffectedCount(session.id),
    listActiveFormQuestions(session.id),
    countSeatsNow(session.id),
  ])
  const mailProgress = { sessionId: session.id, progress }
  const questionCount = questions.length
  const now = clock.now()
  return (
    <AdminSessionPage {...{ organiser, session, now }} current="editSession" title="Bewerken" width="reading">
      <MailHealth now={now} />
      {cancelledAt ? (
        <CancelledCallout
          {...mailProgress}
          cancelledAt={cancelledAt}
          why={cancelReason}
          justSent={edit === 'cancelled'}
        />
      ) : null}
      {edit && edit !== 'cancelled' && !cancelledAt ? (
        <EditFlash {...mailProgress} edit={edit} session={session} questionCount={questionCount} />
      ) : null}
      <EditSection id="op-de-site" title="Op de site">
        <VisibilityForm
          action={visibilityAction.bind(null, session.id)}
          session={session}
          registrationCount={concerned.recipients}
          now={now}
        />
      </EditSection>
      <ScheduleSection session={session} now={now} />
      <SeatsSection session={session} seats={seats} />
      <EditSection id="vragen" title="Vragen van het formulier">
        <Paragraph>
          {questionCount === 0 ? 'Het formulier heeft nog geen eigen vragen. ' : null}
          <Link href={routes.formQuestions(session.id)}>
            {questionCount === 0
              ? 'Maak de vragen'
              : `Bewerk de ${questionCount === 1 ? 'vraag' : `${questionCount} vragen`}`}
          </Link>
        </Paragraph>
      </EditSection>
      <EditSection id="teksten" title="Teksten">
        <Paragraph>
          <Link href={routes.editSessionContent(session.id)}>Bewerk de teksten</Link>
        </Paragraph>
      </EditSection>
    </AdminSessionPage>
  )
}
