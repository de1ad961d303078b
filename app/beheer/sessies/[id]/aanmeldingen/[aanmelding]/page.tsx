import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404 } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { RegistrationDetails } from '@/components/organiser/registration-details'
import { RegistrationMessages } from '@/components/organiser/registration-messages'
import { Trail } from '@/components/organiser/trail'
import { listMessages } from '@/lib/messages/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { routes } from '@/lib/platform/routes'
import { getRegistration } from '@/lib/registrations/queries'
import { getSessionHeading } from '@/lib/sessions/queries'

type Props = PageProps<'/beheer/sessies/[id]/aanmeldingen/[aanmelding]'>

export default async function RegistrationPage({ params }: Props) {
  const { id, aanmelding } = await params
  const organiser = await requireOrganiser(routes.registration(id, aanmelding))
  const ids = [idOr404(id), idOr404(aanmelding)] as const
  const [session, registration, messages] = await Promise.all([
    getSessionHeading(ids[0]),
    getRegistration(...ids),
    listMessages(ids[1]),
  ])
  if (!session || !registration) notFound()
  const trail = [
    { label: 'Kennissessies', href: routes.desk() },
    { label: session.title, href: routes.registrations(session.id) },
  ]
  return (
    <DeskPage organiser={organiser}>
      <title>{`Aanmelding van ${registration.name} - Aanschuif beheer`}</title>
      <Page>
        <Trail links={trail} />
        <RegistrationDetails registration={registration} />
        <RegistrationMessages sessionId={session.id} messages={messages} />
      </Page>
    </DeskPage>
  )
}
