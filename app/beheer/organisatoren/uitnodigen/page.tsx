import { Paragraph } from '@utrecht/component-library-react'
import { DeskPage } from '@/app/beheer/desk-page'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { InviteForm } from '@/components/organiser/invite-form'
import { Trail } from '@/components/organiser/trail'
import { requireAdmin } from '@/lib/organisers/current'
import { invitationHours } from '@/lib/organisers/rules'
import { routes } from '@/lib/platform/routes'
import { inviteAction } from './actions'

export default async function InvitePage() {
  const organiser = await requireAdmin(routes.invite())
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <InviteForm action={inviteAction}>
          <Trail links={[{ label: 'Organisatoren', href: routes.organisers() }]} />
          <PageTitle size="calm">Nodig iemand uit</PageTitle>
          <Paragraph>
            Je collega krijgt een mail met een link om een account te maken. Die link werkt één keer,{' '}
            {`${invitationHours} uur lang.`}
          </Paragraph>
        </InviteForm>
      </Page>
    </DeskPage>
  )
}
