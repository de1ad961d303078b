import { AdminPage } from '@/app/beheer/_components/admin-page'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { organisersFlash } from '@/app/beheer/_components/organiser/organiser-copy'
import { flashFor } from '@/app/beheer/_lib/params'
import { FormStatus } from '@/components/form/form-status'
import { ButtonLink } from '@/components/ui/button-link'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { listOrganisers } from '@/lib/organisers/queries'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { OrganisersTable } from './_components/organisers-table'

export default async function OrganisersPage({ searchParams }: PageProps<'/beheer/organisatoren'>) {
  const organiser = await requireAdmin(routes.organisers())
  const { gelukt } = await searchParams
  const flash = flashFor(organisersFlash, gelukt)
  const now = clock.now()
  return (
    <AdminPage organiser={organiser} title="Organisatoren">
      {flash ? (
        <FormStatus title={flash.title} submission={gelukt}>
          {flash.text}
        </FormStatus>
      ) : null}
      <PageTitle size="calm">Organisatoren</PageTitle>
      <MailHealth now={now} />
      <Flow>
        <OrganisersTable rows={await listOrganisers(now)} />
        <ButtonLink href={routes.inviteOrganiser()}>Nodig iemand uit</ButtonLink>
      </Flow>
    </AdminPage>
  )
}
