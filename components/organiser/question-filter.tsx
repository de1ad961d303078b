import { Button, Link } from '@utrecht/component-library-react'
import { SelectField } from '@/components/form/select-field'
import { routes } from '@/lib/platform/routes'
import type { RoundCounts } from '@/lib/questions/rules'
import type { QuestionFilter } from '@/lib/questions/schema'
import nav from './message-filter.module.css'
import styles from './question-filter.module.css'
import { noTheme, stateLabels, stateOptions } from './question-words'

type Choice = { id: string; name: string }
type Props = { sessionId: string; counts: RoundCounts; filter: QuestionFilter; themes: Choice[]; owners: Choice[] }

/** How many questions there are in each state, and which of them the list shows. All of it is in the address. */
export function QuestionFilterPart({ sessionId, counts, filter, themes, owners }: Props) {
  const filtered = Object.values(filter).some((value) => value !== null)
  const byMore = filter.theme !== null || filter.owner !== null || filter.inTime !== null
  const states = stateOptions.filter(({ value }) => counts.states[value] > 0 || value === filter.state)
  return (
    <>
      <nav aria-label="Vragen per stand">
        <ul className={nav.filter}>
          <li>
            <Link href={routes.questions(sessionId)} aria-current={filtered ? undefined : 'page'}>
              Alle ({counts.total.toLocaleString('nl-NL')})
            </Link>
          </li>
          {states.map(({ value }) => (
            <li key={value}>
              <Link
                href={routes.questions(sessionId, { ...filter, state: value })}
                aria-current={value === filter.state ? 'page' : undefined}
              >
                {stateLabels[value]} ({counts.states[value].toLocaleString('nl-NL')})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <details open={byMore}>
        <summary className={styles.more}>Kies welke vragen je ziet</summary>
        <form method="get" action={routes.questions(sessionId)}>
          {filter.state ? <input type="hidden" name="stand" value={filter.state} /> : null}
          <div className={styles.fields}>
            <Choices id="thema" label="Thema" chosen={filter.theme} without={noTheme} choices={themes} />
            <Choices id="wie" label="Bij wie" chosen={filter.owner} without="Nog bij niemand" choices={owners} />
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
            {filtered ? <Link href={routes.questions(sessionId)}>Toon alle vragen</Link> : null}
          </div>
        </form>
      </details>
    </>
  )
}

type ChoicesProps = { id: string; label: string; chosen: string | null; without: string; choices: Choice[] }

function Choices({ id, label, chosen, without, choices }: ChoicesProps) {
  return (
    <SelectField id={`veld-${id}`} name={id} label={label} defaultValue={chosen ?? ''}>
      <option value="">Maakt niet uit</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
      <option value="none">{without}</option>
    </SelectField>
  )
}
