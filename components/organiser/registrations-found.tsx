import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import { addressOf, everybody } from '@/lib/registrations/rules'
import type { RegistrationSearch } from '@/lib/registrations/schema'
import { filtersInWords } from './registrations-filter-words'
import styles from './registrations-found.module.css'

type Props = {
  sessionId: string
  search: RegistrationSearch
  places: { value: string; label: string }[]
  total: number
  /** Whether an organiser can sign somebody up by hand. */
  canAdd: boolean
}

/** How many there are, which filter holds in words, and how to widen it. */
export function RegistrationsFound({ sessionId, search, places, total, canAdd }: Props) {
  const filters = filtersInWords(search, places)
  const pathTo = (wider: RegistrationSearch) => routes.registrations(sessionId, addressOf(wider))
  return (
    <>
      <Heading level={2}>
        {filters.length > 0 ? 'Gevonden aanmeldingen' : 'Aanmeldingen'} ({total.toLocaleString('nl-NL')})
      </Heading>
      {filters.length > 0 ? (
        <div className={styles.filters}>
          <span>Je ziet alleen:</span>
          <ul className={styles.list}>
            {filters.map(({ filter, words }) => (
              <li key={filter} className={styles.filter}>
                {words}
                <Link href={pathTo({ ...search, [filter]: everybody[filter] })} className={styles.target}>
                  weg<span className="visually-hidden"> met {words}</span>
                </Link>
              </li>
            ))}
          </ul>
          <Link href={pathTo({ ...everybody, order: search.order })} className={styles.target}>
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
