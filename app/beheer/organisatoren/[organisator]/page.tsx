import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { Breadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { organiserFlash } from '@/app/beheer/_components/organiser/organiser-copy'
import { flashFor, idOr404 } from '@/app/beheer/_lib/params'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { getOrganiser } from '@/lib/organisers/queries'
import { accountPurgeAt } from '@/lib/organisers/rules'
import { clock } from '@/lib/platform/clock'
import { retentionPeriods } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { OrganiserActions } from './_components/organiser-actions'
import { OrganiserDetails } from './_components/organiser-details'
import { changeOrganiserAction } from './actions'

type Props = PageProps<'/beheer/organisatoren/[organisator]'>

export default async function OrganiserPage({ params, searchParams }: Props) {
  const [{ organisator }, { gelukt }] = await Promise.all([params, searchParams])
  const organiser = await requireAdmin(routes.organiser(organisator))
  const viewedOrganiser = await getOrganiser(idOr404(organisator), clock.now())
  if (!viewedOrganiser) notFound()
  return (
    <AdminPage organiser={organiser} width="reading">
      <OrganiserActions
        action={changeOrganiserAction.bind(null, viewedOrganiser.id)}
        organiser={viewedOrganiser}
        flash={flashFor(organiserFlash, gelukt)}
      >
        <Breadcrumbs links={[{ label: 'Organisatoren', href: routes.organisers() }]} />
        <PageTitle size="calm">{viewedOrganiser.name}</PageTitle>
        <OrganiserDetails
          organiser={{ ...viewedOrganiser, eraseAt: accountPurgeAt(viewedOrganiser, retentionPeriods()) }}
        />
      </OrganiserActions>
    </AdminPage>
  )
}
