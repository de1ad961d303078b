import { Paragraph } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { invitationHours } from '@/lib/organisers/rules'
import { routes } from '@/lib/platform/routes'
import { InviteForm } from './_components/invite-form'
import { inviteAction } from './actions'

export default async function InvitePage() {
  const organiser = await requireAdmin(routes.inviteOrganiser())
  return (
    <AdminPage
      organiser={organiser}
      width="reading"
      breadcrumbs={[{ label: 'Organisatoren', href: routes.organisers() }]}
    >
      <PageTitle size="calm">Nodig iemand uit</PageTitle>
      <Paragraph>
        Je collega krijgt een mail met een link om een account te maken. Die link werkt één keer,{' '}
        {`${invitationHours} uur lang.`}
      </Paragraph>
      <InviteForm action={inviteAction} />
    </AdminPage>
  )
}
