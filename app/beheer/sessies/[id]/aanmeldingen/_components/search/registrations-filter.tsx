import { Button, FormLabel, Select, Textbox } from '@utrecht/component-library-react'
import { Options } from '@/app/beheer/_components/form/options'
import boxes from '@/components/form/fields/select-field.module.css'
import { provinces } from '@/lib/municipalities/schema'
import { routes } from '@/lib/platform/routes'
import { activeFilters, defaultSearch } from '@/lib/registrations/rules'
import {
  maxSearchLength,
  type RegistrationSearch,
  type SearchFilter,
  searchParamNames,
} from '@/lib/registrations/schema'
import styles from './registrations-filter.module.css'
import { filterChoices, filterLabels } from './registrations-filter-copy'

type Option = { value: string; label: string }
type Props = {
  sessionId: string
  search: RegistrationSearch
  places: Option[]
  /** Whether attendance is known. */
  showTookPart: boolean
}

/** Searches and filters the registrations by the query of the page. */
export function RegistrationsFilter({ sessionId, search, places, showTookPart }: Props) {
  const hasFilters = activeFilters(search).some((filter) => filter !== 'text')
  const provinceOptions = provinces.map((province) => ({ value: province, label: province }))
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
        <details open={hasFilters} className={styles.more}>
          <summary>Kies wie je wilt zien</summary>
          <div className={styles.choices}>
            <FilterSelect filter="place" search={search} options={[...places, ...filterChoices.place]} />
            <FilterSelect filter="province" search={search} options={provinceOptions} />
            <FilterSelect filter="question" search={search} options={filterChoices.question} />
            <FilterSelect filter="contact" search={search} options={filterChoices.contact} />
            {showTookPart ? <FilterSelect filter="tookPart" search={search} options={filterChoices.tookPart} /> : null}
            <FilterSelect filter="state" search={search} options={filterChoices.state} />
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

type FilterSelectProps = {
  filter: Exclude<SearchFilter, 'text'>
  search: RegistrationSearch
  options: readonly Option[]
}

function FilterSelect({ filter, search, options }: FilterSelectProps) {
  const id = `kies-${filter}`
  const selected = search[filter]
  const isKnown = selected === '' || options.some(({ value }) => value === selected)
  return (
    <div>
      <FormLabel htmlFor={id}>{filterLabels[filter]}</FormLabel>
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
