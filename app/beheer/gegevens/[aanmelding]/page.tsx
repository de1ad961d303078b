import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404 } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { ErasePersonForm } from '@/components/organiser/erase-person-form'
import { Trail } from '@/components/organiser/trail'
import { Record } from '@/components/privacy/record'
import { requireAdmin } from '@/lib/organisers/current'
import { routes } from '@/lib/platform/routes'
import { listRecordsLike } from '@/lib/privacy/records'
import { erasePersonAction } from './actions'

/** All that is kept of everybody with the address of this sign-up: to read, to take along, to erase. */
export default async function PersonRecordsPage({ params }: PageProps<'/beheer/gegevens/[aanmelding]'>) {
  const { aanmelding } = await params
  const organiser = await requireAdmin(routes.personOf(aanmelding))
  const id = idOr404(aanmelding)
  const records = await listRecordsLike(id)
  const [first] = records
  if (!first) notFound()
  return (
    <DeskPage organiser={organiser}>
      <Page>
        <Trail links={[{ label: 'Wat bewaren we van iemand?', href: routes.personalData() }]} />
        <ErasePersonForm
          action={erasePersonAction.bind(null, id)}
          who={first.name}
          email={first.email}
          file={routes.personFile(id)}
          counts={records}
        >
          {records.map((record) => (
            <Record key={record.id} record={record} />
          ))}
        </ErasePersonForm>
      </Page>
    </DeskPage>
  )
}
