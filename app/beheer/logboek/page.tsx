import { Paragraph } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { pageNumber } from '@/app/beheer/_lib/params'
import { formatMonths } from '@/components/privacy/retention-copy'
import { PageTitle } from '@/components/ui/page/page-title'
import { Pagination } from '@/components/ui/pagination'
import { listAuditFilterOptions, listAuditLog } from '@/lib/audit/queries'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { canManageOrganisers } from '@/lib/organisers/rules'
import { retentionPeriods } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { AuditLogFilter } from './_components/audit-log-filter'
import { AuditLogTable } from './_components/audit-log-table'
import { readAuditLogParams } from './_lib/audit-log-params'

export default async function AuditLogPage({ searchParams }: PageProps<'/beheer/logboek'>) {
  const params = await searchParams
  const { asked, filter } = readAuditLogParams(params)
  const page = pageNumber(params.pagina)
  const organiser = await requireOrganiser(routes.auditLog({ ...asked, page }))
  const [list, choices] = await Promise.all([listAuditLog(filter, { page }), listAuditFilterOptions()])
  return (
    <AdminPage organiser={organiser} title="Logboek">
      <PageTitle size="calm">Logboek</PageTitle>
      <Paragraph>
        Wie deed wat, en wanneer. Antwoorden en teksten van mails staan er niet in. We bewaren het{' '}
        {formatMonths(retentionPeriods().auditLogMonths)}.
      </Paragraph>
      <AuditLogFilter query={asked} choices={choices} />
      {list.total === 0 ? (
        <Paragraph>Hier is niets over te vinden.</Paragraph>
      ) : (
        <AuditLogTable {...list} canManageOrganisers={canManageOrganisers(organiser.role)} />
      )}
      <Pagination
        page={list.page}
        pages={list.pages}
        hrefFor={(number) => routes.auditLog({ ...asked, page: number })}
      />
    </AdminPage>
  )
}
