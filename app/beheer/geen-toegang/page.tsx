import { Link, Paragraph } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { listAdminNames } from '@/lib/organisers/queries'
import { routes } from '@/lib/platform/routes'

export default async function NotAllowedPage() {
  const organiser = await requireOrganiser(routes.forbidden())
  const names = await listAdminNames()
  return (
    <AdminPage organiser={organiser} title="Dit kan alleen een beheerder" width="reading">
      <Flow>
        <PageTitle size="calm">Dit kan alleen een beheerder</PageTitle>
        <Paragraph>
          Jij bent medewerker. Vraag het aan een beheerder:{' '}
          {new Intl.ListFormat('nl', { type: 'disjunction' }).format(names)}.
        </Paragraph>
        <Paragraph>
          <Link href={routes.admin()}>Naar de kennissessies</Link>
        </Paragraph>
      </Flow>
    </AdminPage>
  )
}
