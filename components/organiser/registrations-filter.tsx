import { Button, FormLabel, Select, Textbox } from '@utrecht/component-library-react'
import boxes from '@/components/form/select-field.module.css'
import { provinces } from '@/lib/municipalities/schema'
import { routes } from '@/lib/platform/routes'
import { everybody, filtersOf } from '@/lib/registrations/rules'
import { type RegistrationSearch, type SearchFilter, searchLength, searchNames } from '@/lib/registrations/schema'
import styles from './registrations-filter.module.css'
import { filterChoices, filterLabels } from './registrations-filter-words'

type Option = { value: string; label: string }
type Props = {
  sessionId: string
  search: RegistrationSearch
  places: Option[]
  /** Whether it is known who took part. */
  asksTookPart: boolean
}

/** Looks for sign-ups by words and by what they have in common. What is asked stands in the address, which can be shared. */
export function RegistrationsFilter({ sessionId, search, places, asksTookPart }: Props) {
  const opened = filtersOf(search).some((filter) => filter !== 'text')
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
              name={searchNames.text}
              defaultValue={search.text}
              maxLength={searchLength}
              autoComplete="off"
              aria-describedby="zoek-hint"
            />
          </div>
          <Button type="submit" appearance="primary-action-button">
            Zoek
          </Button>
        </div>
        <details open={opened} className={styles.more}>
          <summary>Kies wie je wilt zien</summary>
          <div className={styles.choices}>
            <Choice filter="place" search={search} options={[...places, ...filterChoices.place]} />
            <Choice filter="province" search={search} options={provinceOptions} />
            <Choice filter="question" search={search} options={filterChoices.question} />
            <Choice filter="contact" search={search} options={filterChoices.contact} />
            {asksTookPart ? <Choice filter="tookPart" search={search} options={filterChoices.tookPart} /> : null}
            <Choice filter="state" search={search} options={filterChoices.state} />
          </div>
          <Button type="submit" appearance="secondary-action-button">
            Toon deze aanmeldingen
          </Button>
        </details>
        {search.order === everybody.order ? null : (
          <input type="hidden" name={searchNames.order} value={search.order} />
        )}
      </form>
    </search>
  )
}

type ChoiceProps = { filter: Exclude<SearchFilter, 'text'>; search: RegistrationSearch; options: readonly Option[] }

function Choice({ filter, search, options }: ChoiceProps) {
  const id = `kies-${filter}`
  const chosen = search[filter]
  const known = chosen === '' || options.some(({ value }) => value === chosen)
  return (
    <div>
      <FormLabel htmlFor={id}>{filterLabels[filter]}</FormLabel>
      <span className={boxes.box}>
        <Select id={id} name={searchNames[filter]} defaultValue={chosen}>
          {filter === 'state' ? null : <option value="">Maakt niet uit</option>}
          {known ? null : <option value={chosen}>{chosen}</option>}
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </span>
    </div>
  )
}
