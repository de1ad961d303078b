import { Link, Paragraph } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { idOr404 } from '@/app/beheer/_lib/params'
import { SessionHeading } from '@/app/beheer/sessies/[id]/_components/session-heading'
import { Page } from '@/components/ui/page/page'
import { getAffectedCount } from '@/lib/notifications/queries'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { getSendProgress } from '@/lib/outbox/send-progress'
import { clock } from '@/lib/platform/clock'
import { routes, sessionFlashes } from '@/lib/platform/routes'
import { countSeatsNow } from '@/lib/registrations/queries'
import { getSessionToEdit, listActiveFormQuestions } from '@/lib/sessions/queries'
import { CancelledCallout, EditFlash } from './_components/edit-flash'
import { EditSection } from './_components/edit-section'
import { ScheduleSection } from './_components/schedule-section'
import { SeatsSection } from './_components/seats-section'
import { VisibilityForm } from './_components/visibility-form'
import { visibilityAction } from './actions'

export default async function EditSessionPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/bewerken'>) {
  const [{ id }, { gelukt }] = await Promise.all([params, searchParams])
  const edit = sessionFlashes.find((change) => change === gelukt)
  const organiser = await requireOrganiser(routes.editSession(id, edit))
  const session = await getSessionToEdit(idOr404(id))
  if (!session) notFound()
  const { cancelledAt, cancelReason, calendarSequence } = session
  // The number comes from the outbox itself: an address can be kept, or typed.
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
    <AdminPage organiser={organiser}>
      <title>{`Bewerken ${session.title} - Aanschuif beheer`}</title>
      <Page width="reading">
        <SessionHeading session={session} now={now} current="editSession" />
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
      </Page>
    </AdminPage>
  )
}
