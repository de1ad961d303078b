import { Button, Link } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import {
  activeFilters,
  defaultSearch,
  type RegistrationSearch,
  searchToQuery,
} from '@/lib/registrations/admin/search-params'
import styles from './export-form.module.css'

type Props = { sessionId: string; search: RegistrationSearch; total: number }

/**
 * Shows buttons to download all registrations that match `search`, with a description of the search. When `search` has
 * no filters, also links to the list of all registrations: the default list omits the waitlist and cancelled ones.
 */
export function ExportForm({ sessionId, search, total }: Props) {
  const isDefault = activeFilters(search).length === 0
  const everybody = routes.registrations(
    sessionId,
    searchToQuery({ ...defaultSearch, order: search.order, state: 'all' }),
  )
  return (
    <>
      {total === 0 ? null : (
        <form
          method="post"
          action={routes.exportRegistrations(sessionId, searchToQuery(search))}
          aria-label="Meenemen als bestand"
          className={styles.form}
        >
          <span>{describeExport(search, total)} meenemen als:</span>
          <Button type="submit" name="soort" value="xlsx" appearance="secondary-action-button">
            Excel-bestand
          </Button>
          <Button type="submit" name="soort" value="csv" appearance="secondary-action-button">
            CSV-bestand
          </Button>
        </form>
      )}
      {isDefault ? (
        <Link href={everybody} className={styles.everybody}>
          Toon iedereen, ook wachtlijst en afgemeld
        </Link>
      ) : null}
    </>
  )
}

function describeExport(search: RegistrationSearch, total: number): string {
  const count = total.toLocaleString('nl-NL')
  const [filter, ...others] = activeFilters(search)
  if (!filter) return `Wie is aangemeld (${count})`
  if (search.state === 'all' && others.length === 0) return `Iedereen (${count}), ook wachtlijst en afgemeld,`
  return total === 1 ? 'Deze aanmelding' : `Deze ${count} aanmeldingen`
}
