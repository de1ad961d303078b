import { DeskPage } from '@/app/beheer/desk-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Page } from '@/components/layout/page'
import { SessionHeading } from '@/components/organiser/session-heading'
import { SessionNumbers } from '@/components/organiser/session-numbers'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getNumbers } from '@/lib/registrations/numbers'

export default async function NumbersPage({ params }: PageProps<'/beheer/sessies/[id]/cijfers'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.numbers(id))
  const session = await sessionOr404(id)
  const numbers = await getNumbers(session)
  return (
    <DeskPage organiser={organiser}>
      <title>{`Cijfers ${session.title} - Aanschuif beheer`}</title>
      <Page>
        <SessionHeading session={session} now={clock.now()} here="numbers" />
        <SessionNumbers session={session} numbers={numbers} />
      </Page>
    </DeskPage>
  )
}
