import { Button, FormLabel, Select, Textbox } from '@utrecht/component-library-react'
import { Options } from '@/app/beheer/_components/form/options'
import boxes from '@/components/form/fields/select-field.module.css'
import { contactWishLabels } from '@/components/registration-form/registration-copy'
import { provinces } from '@/lib/municipalities/schema'
import { routes } from '@/lib/platform/routes'
import {
  activeFilters,
  defaultSearch,
  maxSearchLength,
  type RegistrationSearch,
  type SearchFilter,
  searchParamNames,
} from '@/lib/registrations/admin/search-params'
import { registrationStatuses } from '@/lib/registrations/schema'
import { statusLabels } from '@/lib/registrations/status'
import disclosure from '../disclosure.module.css'
import styles from './registrations-filter.module.css'

type Option = { value: string; label: string }
type Choice = Exclude<SearchFilter, 'text'>

const choiceLabels: Record<Choice, string> = {
  place: 'Gemeente',
  province: 'Provincie',
  question: 'Vraag',
  contact: 'Contact over de vraag',
  tookPart: 'Meegedaan',
  state: 'Stand',
}

const capitalise = (label: string) => label.charAt(0).toUpperCase() + label.slice(1)

/** Returns the options to choose from for each filter. `places` are the municipalities with registrations. */
const filterOptions = (places: Option[]): Record<Choice, Option[]> => ({
  place: [...places, { value: 'other', label: 'Andere organisatie' }],
  province: provinces.map((province) => ({ value: province, label: province })),
  question: [
    { value: 'in-time', label: 'Op tijd' },
    { value: 'later', label: 'Later' },
  ],
  contact: Object.entries(contactWishLabels).map(([value, label]) => ({ value, label })),
  tookPart: [
    { value: 'yes', label: 'Ja' },
    { value: 'no', label: 'Nee' },
  ],
  state: [
    ...registrationStatuses.map((value) => ({ value, label: capitalise(statusLabels[value]) })),
    { value: 'all', label: 'Iedereen' },
  ],
})

/** Returns each active filter with a label such as "Gemeente: Utrecht". `places` supplies the municipality names. */
export function activeFilterLabels(search: RegistrationSearch, places: Option[]) {
  const options = filterOptions(places)
  return activeFilters(search).map((filter) => {
    if (filter === 'text') return { filter, label: `Zoekwoorden: ${search.text}` }
    const chosen = options[filter].find(({ value }) => value === search[filter])
    return { filter, label: `${choiceLabels[filter]}: ${chosen?.label ?? search[filter]}` }
  })
}

type Props = { sessionId: string; search: RegistrationSearch; places: Option[]; isAttendanceKnown: boolean }

/** Shows the search field and filters above the list of registrations. Submits them as a GET form. */
export function RegistrationsFilter({ sessionId, search, places, isAttendanceKnown }: Props) {
  const hasChoices = activeFilters(search).some((filter) => filter !== 'text')
  const options = filterOptions(places)
  const choices = (Object.keys(options) as Choice[]).filter((filter) => filter !== 'tookPart' || isAttendanceKnown)
  return (
    <search>
      <form action={routes.registrations(sessionId)} className={styles.filter}>
        <FormLabel htmlFor="zoek">Zoek in de aanmeldingen</FormLabel>
        <p id="zoek-hint" className={styles.hint}>
          In naam, e-mailadres, gemeente of organisatie, functie en antwoorden. Zet woorden die bij elkaar horen tussen
          aanhalingstekens.
        </p>
        <div className={styles.words}>
          <div className={styles.text}>
            <Textbox
              id="zoek"
              type="search"
              name={searchParamNames.text}
              defaultValue={search.text}
              maxLength={maxSearchLength}
              autoComplete="off"
              aria-describedby="zoek-hint"
            />
          </div>
          <Button type="submit" appearance="primary-action-button">
            Zoek
          </Button>
        </div>
        <details open={hasChoices} className={styles.more}>
          <summary className={disclosure.summary}>Kies wie je wilt zien</summary>
          <div className={styles.choices}>
            {choices.map((filter) => (
              <FilterSelect key={filter} filter={filter} selected={search[filter]} options={options[filter]} />
            ))}
          </div>
          <Button type="submit" appearance="secondary-action-button">
            Toon deze aanmeldingen
          </Button>
        </details>
        {search.order === defaultSearch.order ? null : (
          <input type="hidden" name={searchParamNames.order} value={search.order} />
        )}
      </form>
    </search>
  )
}

function FilterSelect({ filter, selected, options }: { filter: Choice; selected: string; options: Option[] }) {
  const id = `kies-${filter}`
  const isKnown = selected === '' || options.some(({ value }) => value === selected)
  return (
    <div>
      <FormLabel htmlFor={id}>{choiceLabels[filter]}</FormLabel>
      <span className={boxes.box}>
        <Select id={id} name={searchParamNames[filter]} defaultValue={selected}>
          {filter === 'state' ? null : <option value="">Maakt niet uit</option>}
          {isKnown ? null : <option value={selected}>{selected}</option>}
          <Options options={options} />
        </Select>
      </span>
    </div>
  )
}
