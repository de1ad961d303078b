import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import { defaultSearch, searchToQuery } from '@/lib/registrations/rules'
import type { RegistrationSearch } from '@/lib/registrations/schema'
import { activeFilterLabels } from './registrations-filter-copy'
import styles from './registrations-summary.module.css'

type Props = {
  sessionId: string
  search: RegistrationSearch
  places: { value: string; label: string }[]
  total: number
  /** Whether an organiser can sign somebody up by hand. */
  canAdd: boolean
}

/** How many there are, which filter holds in words, and how to widen it. */
export function RegistrationsSummary({ sessionId, search, places, total, canAdd }: Props) {
  const filters = activeFilterLabels(search, places)
  const pathTo = (wider: RegistrationSearch) => routes.registrations(sessionId, searchToQuery(wider))
  return (
    <>
      <Heading level={2}>
        {filters.length > 0 ? 'Gevonden aanmeldingen' : 'Aanmeldingen'} ({total.toLocaleString('nl-NL')})
      </Heading>
      {filters.length > 0 ? (
        <div className={styles.filters}>
          <span>Je ziet alleen:</span>
          <ul className={styles.list}>
            {filters.map(({ filter, label }) => (
              <li key={filter} className={styles.filter}>
                {label}
                <Link href={pathTo({ ...search, [filter]: defaultSearch[filter] })} className={styles.target}>
                  weg<span className="visually-hidden"> met {label}</span>
                </Link>
              </li>
            ))}
          </ul>
          <Link href={pathTo({ ...defaultSearch, order: search.order })} className={styles.target}>
            Toon iedereen die is aangemeld
          </Link>
        </div>
      ) : null}
      {canAdd ? (
        <Paragraph className={styles.add}>
          <Link href={routes.newRegistration(sessionId)}>Iemand aanmelden</Link>
        </Paragraph>
      ) : null}
      {total === 0 ? (
        <Paragraph>
          {filters.length > 0
            ? 'Zo is er niemand. Haal hierboven iets weg, zoek met minder woorden, of kijk ook bij wie zich heeft afgemeld.'
            : 'Er zijn nog geen aanmeldingen.'}
        </Paragraph>
      ) : null}
    </>
  )
}
