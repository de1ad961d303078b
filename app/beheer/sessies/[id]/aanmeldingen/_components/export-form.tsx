import { Button } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import { searchToQuery } from '@/lib/registrations/rules'
import type { RegistrationSearch } from '@/lib/registrations/schema'
import styles from './export-form.module.css'

type Props = { sessionId: string; search: RegistrationSearch; total: number; isFiltered: boolean }

/** Takes the sign-ups of the list along as a file: those that are asked for, all pages of them. */
export function ExportForm({ sessionId, search, total, isFiltered }: Props) {
  if (total === 0) return null
  const subject = isFiltered ? `Deze ${total.toLocaleString('nl-NL')} aanmeldingen` : 'Alle aanmeldingen'
  return (
    <form
      method="post"
      action={routes.exportRegistrations(sessionId, searchToQuery(search))}
      aria-label="Meenemen als bestand"
      className={styles.form}
    >
      <span>{total === 1 ? 'Deze aanmelding' : subject} meenemen als:</span>
      <Button type="submit" name="soort" value="xlsx" appearance="secondary-action-button">
        Excel-bestand
      </Button>
      <Button type="submit" name="soort" value="csv" appearance="secondary-action-button">
        CSV-bestand
      </Button>
    </form>
  )
}
