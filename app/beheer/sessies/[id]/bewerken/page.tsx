import { Link, Paragraph } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { MailState } from '@/app/beheer/mail-state'
import { idOr404 } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { CancelledNews, EditNews } from '@/components/organiser/edit-news'
import { EditPart } from '@/components/organiser/edit-part'
import { PlacesPart } from '@/components/organiser/places-part'
import { SessionHeading } from '@/components/organiser/session-heading'
import { SessionMomentsPart } from '@/components/organiser/session-moments'
import { VisibilityForm } from '@/components/organiser/visibility-form'
import { getConcernedCount, getSendProgress } from '@/lib/messages/queries'
import { cancelledKey, changedKey } from '@/lib/messages/rules'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { editsDone, routes } from '@/lib/platform/routes'
import { countPlacesNow } from '@/lib/registrations/queries'
import { getSessionToEdit, listFormQuestions } from '@/lib/sessions/queries'
import { visibilityAction } from './actions'

export default async function EditSessionPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/bewerken'>) {
  const [{ id }, { gelukt }] = await Promise.all([params, searchParams])
  const done = editsDone.find((change) => change === gelukt)
  const organiser = await requireOrganiser(routes.editSession(id, done))
  const session = await getSessionToEdit(idOr404(id))
  if (!session) notFound()
  const { cancelledAt, cancelReason, calendarSequence } = session
  // The number comes from the outbox itself: an address can be kept, or typed.
  const keyStart = cancelledAt ? cancelledKey(session.id) : changedKey(session.id, calendarSequence)
  const [progress, signedUp, questions, places] = await Promise.all([
    getSendProgress({ sessionId: session.id, keyStart }),
    getConcernedCount(session.id),
    listFormQuestions(session.id),
    countPlacesNow(session.id),
  ])
  const sent = { sessionId: session.id, progress }
  const asked = questions.length
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
        {done && done !== 'cancelled' && !cancelledAt ? (
          <EditNews {...sent} done={done} session={session} asked={asked} />
        ) : null}
        <EditPart id="op-de-site" title="Op de site">
          <VisibilityForm
            action={visibilityAction.bind(null, session.id)}
            session={session}
            signedUp={signedUp.recipients}
            now={now}
          />
        </EditPart>
        <SessionMomentsPart session={session} now={now} />
        <PlacesPart session={session} places={places} />
        <EditPart id="vragen" title="Vragen van het formulier">
          <Paragraph>
            {asked === 0 ? 'Het formulier heeft nog geen eigen vragen. ' : null}
            <Link href={routes.formQuestions(session.id)}>
              {asked === 0 ? 'Maak de vragen' : `Bewerk de ${asked === 1 ? 'vraag' : `${asked} vragen`}`}
            </Link>
          </Paragraph>
        </EditPart>
        <EditPart id="teksten" title="Teksten">
          <Paragraph>
            <Link href={routes.editTexts(session.id)}>Bewerk de teksten</Link>
          </Paragraph>
        </EditPart>
      </Page>
    </DeskPage>
  )
}
