import { Button, Link } from '@utrecht/component-library-react'
import { auditCategoryLabels } from '@/components/audit/audit-log-copy'
import { DateTimeField } from '@/components/form/fields/date-time-field'
import { SelectField } from '@/components/form/fields/select-field'
import { type AuditCategory, auditActions } from '@/lib/audit/schema'
import { routes } from '@/lib/platform/routes'
import { longDate } from '@/lib/platform/time'
import styles from './audit-log-filter.module.css'

type Props = {
  query: { actor?: string; category?: string; session?: string; from?: string; to?: string }
  choices: {
    organisers: { id: string; name: string }[]
    sessions: { id: string; title: string; startsAt: Date }[]
  }
}

/** Which part of the trail to show. What is asked stands in the address. */
export function AuditLogFilter({ query, choices: { organisers, sessions } }: Props) {
  return (
    <search>
      <form action={routes.auditLog()} className={styles.form}>
        <SelectField id="veld-wie" name="wie" label="Wie" required={null} defaultValue={query.actor ?? ''}>
          <option value="">Iedereen</option>
          {organisers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="participant">Deelnemers</option>
          <option value="system">De site zelf</option>
        </SelectField>
        <SelectField id="veld-wat" name="wat" label="Waarover" required={null} defaultValue={query.category ?? ''}>
          <option value="">Alles</option>
          {(Object.keys(auditActions) as AuditCategory[]).map((group) => (
            <option key={group} value={group}>
              {auditCategoryLabels[group]}
            </option>
          ))}
        </SelectField>
        <SelectField
          id="veld-sessie"
          name="sessie"
          label="Kennissessie"
          required={null}
          defaultValue={query.session ?? ''}
        >
          <option value="">Alle kennissessies</option>
          {sessions.map(({ id, title, startsAt }) => (
            <option key={id} value={id}>
              {title} ({longDate(startsAt)})
            </option>
          ))}
        </SelectField>
        <DateTimeField type="date" id="veld-van" name="van" label="Vanaf" required={null} defaultValue={query.from} />
        <DateTimeField
          type="date"
          id="veld-tot"
          name="tot"
          label="Tot en met"
          required={null}
          defaultValue={query.to}
        />
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
