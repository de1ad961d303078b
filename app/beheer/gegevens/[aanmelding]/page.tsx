import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { idOr404 } from '@/app/beheer/_lib/params'
import { PersonalRecord } from '@/components/privacy/personal-record'
import { describeRecordCounts } from '@/components/privacy/personal-record-copy'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'
import { listRecordsOfSamePerson } from '@/lib/privacy/subject-access'
import { ErasePersonForm } from './_components/erase-person-form'
import { erasePersonAction } from './actions'

/** Shows the stored data of one person: all registrations with the same e-mail address and name as the one in the URL. */
export default async function PersonRecordsPage({ params }: PageProps<'/beheer/gegevens/[aanmelding]'>) {
  const { aanmelding } = await params
  const organiser = await requireAdmin(routes.personalRecord(aanmelding))
  const id = idOr404(aanmelding)
  const records = await listRecordsOfSamePerson(id)
  const [first] = records
  if (!first) notFound()
  return (
    <AdminPage
      organiser={organiser}
      breadcrumbs={[{ label: 'Wat bewaren we van iemand?', href: routes.personSearch() }]}
    >
      <ErasePersonForm
        action={erasePersonAction.bind(null, id)}
        name={first.name}
        email={first.email}
        downloadUrl={routes.personalRecordFile(id)}
        counts={describeRecordCounts(records)}
      >
        {records.map((record) => (
          <PersonalRecord key={record.id} record={record} />
        ))}
      </ErasePersonForm>
    </AdminPage>
  )
}
