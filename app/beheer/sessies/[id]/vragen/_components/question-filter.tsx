import { Button, Link } from '@utrecht/component-library-react'
import { Options } from '@/app/beheer/_components/form/options'
import disclosure from '@/app/beheer/sessies/[id]/_components/disclosure.module.css'
import nav from '@/app/beheer/sessies/[id]/_components/filter-nav.module.css'
import { SelectField } from '@/components/form/fields/select-field'
import { noThemeLabel, triageStateOptions } from '@/components/triage/triage-copy'
import { routes } from '@/lib/platform/routes'
import { isInFilter, roundStatistics } from '@/lib/triage/rules'
import { type QuestionFilter, questionFilterSchema } from '@/lib/triage/schema'
import styles from './question-filter.module.css'

type FilterOption = { id: string; name: string }

const noneOption = (name: string): FilterOption => ({ id: 'none', name })
const deadlineOptions = [
  { id: 'yes', name: 'Op tijd' },
  { id: 'no', name: 'Later' },
]

type Props = {
  sessionId: string
  /**
   * All agenda questions of the session. The link for each state counts the questions in that state that match the
   * theme, owner and deadline filters.
   */
  entries: Parameters<typeof isInFilter>[0][]
  filter: QuestionFilter
  themes: FilterOption[]
  owners: FilterOption[]
}

/** Returns the filter in the query parameters of the page. A missing or invalid parameter means no filter. */
export const parseQuestionFilter = ({ stand, thema, wie, tijd }: Record<string, unknown>): QuestionFilter =>
  questionFilterSchema.parse({ state: stand, theme: thema, owner: wie, askedBeforeDeadline: tijd })

/** Shows links to the agenda questions in each state, with counts, and a filter form for theme, owner and deadline. */
export function QuestionFilterForm({ sessionId, entries, filter, themes, owners }: Props) {
  const { state, ...moreFilters } = filter
  const anyState = { ...filter, state: null }
  const counts = roundStatistics(entries.filter((entry) => isInFilter(entry, anyState)))
  const hasMoreFilters = Object.values(moreFilters).some((value) => value !== null)
  const isFiltered = state !== null || hasMoreFilters
  const listPath = routes.agendaQuestions(sessionId)
  const shownStates = triageStateOptions.filter(({ value }) => counts.states[value] > 0 || value === state)
  const links = [
    {
      label: 'Alle',
      count: counts.total,
      href: routes.agendaQuestions(sessionId, anyState),
      isCurrent: state === null,
    },
    ...shownStates.map(({ value, label }) => {
      const href = routes.agendaQuestions(sessionId, { ...filter, state: value })
      return { label, count: counts.states[value], href, isCurrent: value === state }
    }),
  ]
  const selects = [
    { name: 'thema', label: 'Thema', selected: filter.theme, options: [...themes, noneOption(noThemeLabel)] },
    { name: 'wie', label: 'Bij wie', selected: filter.owner, options: [...owners, noneOption('Nog bij niemand')] },
    { name: 'tijd', label: 'Wanneer', selected: filter.askedBeforeDeadline, options: deadlineOptions },
  ]
  return (
    <>
      <nav aria-label="Vragen per stand">
        <ul className={nav.filter}>
          {links.map(({ label, count, href, isCurrent }) => (
            <li key={label}>
              <Link href={href} aria-current={isCurrent ? 'page' : undefined}>
                {label} ({count.toLocaleString('nl-NL')})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <details open={hasMoreFilters}>
        <summary className={disclosure.more}>Kies welke vragen je ziet</summary>
        <form method="get" action={listPath}>
          {state ? <input type="hidden" name="stand" value={state} /> : null}
          <div className={styles.fields}>
            {selects.map(({ name, label, selected, options }) => (
              <SelectField key={name} id={`veld-${name}`} name={name} label={label} defaultValue={selected ?? ''}>
                <option value="">Maakt niet uit</option>
                <Options options={options} />
              </SelectField>
            ))}
          </div>
          <div className={styles.row}>
            <Button type="submit" appearance="secondary-action-button">
              Toon deze vragen
            </Button>
            {isFiltered ? <Link href={listPath}>Toon alle vragen</Link> : null}
          </div>
        </form>
      </details>
    </>
  )
}
