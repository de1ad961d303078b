import { redirect } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Page } from '@/components/layout/page'
import { MoveForm } from '@/components/organiser/move-form'
import { SessionHeading } from '@/components/organiser/session-heading'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { moveAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/bewerken/verplaatsen'>

export default async function MoveSessionPage({ params }: Props) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.moveSession(id))
  const session = await sessionOr404(id)
  // That page says that it is cancelled, and why.
  if (session.cancelledAt) redirect(routes.editSession(session.id))
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={clock.now()} here="editSession" />
        <MoveForm action={moveAction.bind(null, session.id)} session={session} />
      </Page>
    </DeskPage>
  )
}
