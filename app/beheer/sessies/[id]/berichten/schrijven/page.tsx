import { Heading } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404 } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { LetterForm } from '@/components/organiser/letter-form'
import { SessionHeading } from '@/components/organiser/session-heading'
import { listPlaces, listPreviewParticipants } from '@/lib/messages/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionHeading } from '@/lib/sessions/queries'
import { letterAction } from './actions'
import { emptyLetter } from './read-letter'

type Props = PageProps<'/beheer/sessies/[id]/berichten/schrijven'>

export default async function WriteLetterPage({ params }: Props) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.writeLetter(id))
  const session = await getSessionHeading(idOr404(id))
  if (!session) notFound()
  const [places, participants] = await Promise.all([listPlaces(session.id), listPreviewParticipants(session.id)])
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
        />
      </Page>
    </DeskPage>
  )
}
