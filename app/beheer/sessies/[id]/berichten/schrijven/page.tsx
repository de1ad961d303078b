import { Heading } from '@utrecht/component-library-react'
import { DeskPage } from '@/app/beheer/desk-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Page } from '@/components/layout/page'
import { LetterForm } from '@/components/organiser/letter-form'
import { SessionHeading } from '@/components/organiser/session-heading'
import { getPlaceholderExamples } from '@/lib/messages/preview'
import { listPlaces, listPreviewParticipants } from '@/lib/messages/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { letterAction } from './actions'
import { emptyLetter } from './read-letter'

type Props = PageProps<'/beheer/sessies/[id]/berichten/schrijven'>

export default async function WriteLetterPage({ params }: Props) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.writeLetter(id))
  const session = await sessionOr404(id)
  const [places, participants, examples] = await Promise.all([
    listPlaces(session.id),
    listPreviewParticipants(session.id),
    getPlaceholderExamples(session.id, 'letter'),
  ])
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={clock.now()} here="messages" />
        <Heading level={2}>Bericht schrijven</Heading>
        <LetterForm
          action={letterAction.bind(null, session.id)}
          empty={emptyLetter()}
          title={session.title}
          email={organiser.email}
          places={places}
          participants={participants}
          examples={examples}
        />
      </Page>
    </DeskPage>
  )
}
