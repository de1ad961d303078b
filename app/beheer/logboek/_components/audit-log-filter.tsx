import { Button, Link } from '@utrecht/component-library-react'
import { Options } from '@/app/beheer/_components/form/options'
import { auditCategoryLabels } from '@/components/audit/audit-log-copy'
import { DateTimeField } from '@/components/form/fields/date-time-field'
import { SelectField } from '@/components/form/fields/select-field'
import type { listAuditFilterOptions } from '@/lib/audit/queries'
import { routes } from '@/lib/platform/routes'
import { longDate } from '@/lib/platform/time'
import type { readAuditLogParams } from '../_lib/audit-log-params'
import styles from './audit-log-filter.module.css'

type Props = {
  /** The valid query parameters of the page. */
  query: ReturnType<typeof readAuditLogParams>['asked']
  choices: Awaited<ReturnType<typeof listAuditFilterOptions>>
}

/** Filters the audit log by the query of the page. */
export function AuditLogFilter({ query, choices: { organisers, sessions } }: Props) {
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
