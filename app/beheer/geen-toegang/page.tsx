import { Link, Paragraph } from '@utrecht/component-library-react'
import { DeskPage } from '@/app/beheer/desk-page'
import { Flow } from '@/components/layout/flow'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { requireOrganiser } from '@/lib/organisers/current'
import { listAdminNames } from '@/lib/organisers/queries'
import { routes } from '@/lib/platform/routes'

export default async function NotAllowedPage() {
  const organiser = await requireOrganiser(routes.notAllowed())
  const names = await listAdminNames()
  return (
    <DeskPage organiser={organiser}>
      <title>Dit kan alleen een beheerder - Aanschuif beheer</title>
      <Page width="reading">
        <Flow>
          <PageTitle size="calm">Dit kan alleen een beheerder</PageTitle>
          <Paragraph>
            Jij bent medewerker. Vraag het aan een beheerder:{' '}
            {new Intl.ListFormat('nl', { type: 'disjunction' }).format(names)}.
          </Paragraph>
          <Paragraph>
            <Link href={routes.desk()}>Naar de kennissessies</Link>
          </Paragraph>
        </Flow>
      </Page>
    </DeskPage>
  )
}
