import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { AdminTable, ShortDateTime } from '@/app/beheer/_components/admin-table'
import { Options } from '@/app/beheer/_components/form/options'
import cellStyles from '@/app/beheer/_components/table-cells.module.css'
import { pageNumber } from '@/app/beheer/_lib/params'
import { auditCategoryLabels, describeAction, describeActor, describeSubject } from '@/components/audit/audit-log-copy'
import { DateTimeField } from '@/components/form/fields/date-time-field'
import { SelectField } from '@/components/form/fields/select-field'
import { formatMonths } from '@/components/privacy/retention-copy'
import { PageTitle } from '@/components/ui/page/page-title'
import { Pagination } from '@/components/ui/pagination'
import { NonBreakingText } from '@/components/ui/text/non-breaking-text'
import { listAuditFilterOptions, listAuditLog } from '@/lib/audit/queries'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { canManageOrganisers } from '@/lib/organisers/rules'
import { retentionPeriods } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { longDate } from '@/lib/platform/time'
import styles from './_components/audit-log-filter.module.css'
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
        <AuditLogTable {...list} linksOrganisers={canManageOrganisers(organiser.role)} />
      )}
      <Pagination
        page={list.page}
        pages={list.pages}
        hrefFor={(number) => routes.auditLog({ ...asked, page: number })}
      />
    </AdminPage>
  )
}

type Props = {
  query: ReturnType<typeof readAuditLogParams>['asked']
  choices: Awaited<ReturnType<typeof listAuditFilterOptions>>
}

/** Shows the filters of the audit log, with the current `query` selected. Submits them as a GET form. */
function AuditLogFilter({ query, choices: { organisers, sessions } }: Props) {
  const { actor = '', category = '', session = '', from, to } = query
  return (
    <search>
      <form action={routes.auditLog()} className={styles.form}>
        <SelectField id="veld-wie" name="wie" label="Wie" required={null} defaultValue={actor}>
          <option value="">Iedereen</option>
          <Options options={organisers} />
          <option value="participant">Deelnemers</option>
          <option value="system">De site zelf</option>
        </SelectField>
        <SelectField id="veld-wat" name="wat" label="Waarover" required={null} defaultValue={category}>
          <option value="">Alles</option>
          <Options options={Object.entries(auditCategoryLabels).map(([value, label]) => ({ value, label }))} />
        </SelectField>
        <SelectField id="veld-sessie" name="sessie" label="Kennissessie" required={null} defaultValue={session}>
          <option value="">Alle kennissessies</option>
          {sessions.map(({ id, title, startsAt }) => (
            <option key={id} value={id}>
              {title} ({longDate(startsAt)})
            </option>
          ))}
        </SelectField>
        <DateTimeField type="date" id="veld-van" name="van" label="Vanaf" required={null} defaultValue={from} />
        <DateTimeField type="date" id="veld-tot" name="tot" label="Tot en met" required={null} defaultValue={to} />
        <div className={styles.send}>
          <Button type="submit" appearance="secondary-action-button">
            Laat zien
          </Button>
          {Object.values(query).some(Boolean) ? <Link href={routes.auditLog()}>Toon alles</Link> : null}
        </div>
      </form>
    </search>
  )
}

type AuditLog = Awaited<ReturnType<typeof listAuditLog>>

/** Shows one page of the audit log. `linksOrganisers`: whether the viewer may open the pages of organisers. */
function AuditLogTable({ rows, page, pages, linksOrganisers }: AuditLog & { linksOrganisers: boolean }) {
  return (
    <AdminTable
      caption={pages > 1 ? `Logboek, pagina ${page} van ${pages}` : 'Logboek, het nieuwste bovenaan'}
      columns={['Wanneer', 'Wie', 'Wat', 'Waarvan']}
    >
      {rows.map(({ id, at, actor, action, count, subject }) => (
        <tr key={id}>
          <th scope="row" className={cellStyles.short}>
            <ShortDateTime value={at} />
          </th>
          <td>{describeActor(actor)}</td>
          <td>
            <NonBreakingText text={describeAction(action)} />
            {count === null ? null : ` (${count.toLocaleString('nl-NL')})`}
          </td>
          <td>
            <SubjectLink text={describeSubject(subject)} href={subjectHref(subject, linksOrganisers)} />
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

function SubjectLink({ text, href }: { text: string; href: string | null }) {
  return href ? (
    <Link href={href} className={cellStyles.name}>
      {text}
    </Link>
  ) : (
    text
  )
}

function subjectHref({ type, id, label, sessionId }: AuditLog['rows'][number]['subject'], linksOrganisers: boolean) {
  if (label === null) return null
  if (type === 'organiser') return linksOrganisers ? routes.organiser(id) : null
  if (!sessionId) return null
  if (type === 'registration') return routes.registration(sessionId, id)
  if (type === 'message') return routes.message(sessionId, id)
  if (type === 'customMessage') return routes.customMessage(sessionId, id)
  return routes.registrations(sessionId)
}
