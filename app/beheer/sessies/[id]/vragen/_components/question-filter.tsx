import { Button, Link } from '@utrecht/component-library-react'
import { Options } from '@/app/beheer/_components/form/options'
import disclosure from '@/app/beheer/sessies/[id]/_components/disclosure.module.css'
import nav from '@/app/beheer/sessies/[id]/_components/filter-nav.module.css'
import { SelectField } from '@/components/form/fields/select-field'
import { noThemeLabel, triageStateLabels, triageStateOptions } from '@/components/triage/triage-copy'
import { routes } from '@/lib/platform/routes'
import type { RoundStatistics } from '@/lib/triage/rules'
import type { QuestionFilter } from '@/lib/triage/schema'
import styles from './question-filter.module.css'

type FilterOption = { id: string; name: string }
type Props = {
  sessionId: string
  counts: RoundStatistics
  filter: QuestionFilter
  themes: FilterOption[]
  owners: FilterOption[]
}

/** Filters the agenda questions by the query of the page, with the number in each state. */
export function QuestionFilterForm({ sessionId, counts, filter, themes, owners }: Props) {
  const isFiltered = Object.values(filter).some((value) => value !== null)
  const hasMoreFilters = filter.theme !== null || filter.owner !== null || filter.inTime !== null
  const states = triageStateOptions.filter(({ value }) => counts.states[value] > 0 || value === filter.state)
  return (
    <>
      <nav aria-label="Vragen per stand">
        <ul className={nav.filter}>
          <li>
            <Link href={routes.agendaQuestions(sessionId)} aria-current={isFiltered ? undefined : 'page'}>
              Alle ({counts.total.toLocaleString('nl-NL')})
            </Link>
          </li>
          {states.map(({ value }) => (
            <li key={value}>
              <Link
                href={routes.agendaQuestions(sessionId, { ...filter, state: value })}
                aria-current={value === filter.state ? 'page' : undefined}
              >
                {triageStateLabels[value]} ({counts.states[value].toLocaleString('nl-NL')})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <details open={hasMoreFilters}>
        <summary className={disclosure.more}>Kies welke vragen je ziet</summary>
        <form method="get" action={routes.agendaQuestions(sessionId)}>
          {filter.state ? <input type="hidden" name="stand" value={filter.state} /> : null}
          <div className={styles.fields}>
            <FilterSelect id="thema" label="Thema" selected={filter.theme} noneLabel={noThemeLabel} options={themes} />
            <FilterSelect
              id="wie"
              label="Bij wie"
              selected={filter.owner}
              noneLabel="Nog bij niemand"
              options={owners}
            />
            <SelectField id="veld-tijd" name="tijd" label="Wanneer" defaultValue={filter.inTime ?? ''}>
              <option value="">Maakt niet uit</option>
              <option value="yes">Op tijd</option>
              <option value="no">Later</option>
            </SelectField>
          </div>
          <div className={styles.row}>
            <Button type="submit" appearance="secondary-action-button">
              Toon deze vragen
            </Button>
            {isFiltered ? <Link href={routes.agendaQuestions(sessionId)}>Toon alle vragen</Link> : null}
          </div>
        </form>
      </details>
    </>
  )
}

type FilterSelectProps = {
  id: string
  label: string
  selected: string | null
  noneLabel: string
  options: FilterOption[]
}

function FilterSelect({ id, label, selected, noneLabel, options }: FilterSelectProps) {
  return (
    <SelectField id={`veld-${id}`} name={id} label={label} defaultValue={selected ?? ''}>
      <option value="">Maakt niet uit</option>
      <Options options={options} />
      <option value="none">{noneLabel}</option>
    </SelectField>
  )
}
