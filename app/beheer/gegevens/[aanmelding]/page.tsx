import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { Breadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { idOr404 } from '@/app/beheer/_lib/params'
import { PersonalRecord } from '@/components/privacy/personal-record'
import { Page } from '@/components/ui/page/page'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'
import { listRecordsOfSamePerson } from '@/lib/privacy/subject-access'
import { ErasePersonForm } from './_components/erase-person-form'
import { erasePersonAction } from './actions'

/** All that is kept of everybody with the address of this sign-up: to read, to take along, to erase. */
export default async function PersonRecordsPage({ params }: PageProps<'/beheer/gegevens/[aanmelding]'>) {
  const { aanmelding } = await params
  const organiser = await requireAdmin(routes.personalRecord(aanmelding))
  const id = idOr404(aanmelding)
  const records = await listRecordsOfSamePerson(id)
  const [first] = records
  if (!first) notFound()
  return (
    <AdminPage organiser={organiser}>
      <Page>
        <Breadcrumbs links={[{ label: 'Wat bewaren we van iemand?', href: routes.personSearch() }]} />
        <ErasePersonForm
          action={erasePersonAction.bind(null, id)}
          name={first.name}
          email={first.email}
          downloadUrl={routes.personalRecordFile(id)}
          counts={records}
        >
          {records.map((record) => (
            <PersonalRecord key={record.id} record={record} />
          ))}
        </ErasePersonForm>
      </Page>
    </AdminPage>
  )
}
