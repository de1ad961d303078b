import { Button, Heading, Link } from '@utrecht/component-library-react'
import { SelectField } from '@/components/form/fields/select-field'
import { TextField } from '@/components/form/fields/text-field'
import { noThemeLabel } from '@/components/triage/triage-copy'
import { routes } from '@/lib/platform/routes'
import styles from './theme-section.module.css'

type Theme = { id: string; name: string }
export type ThemeGroup = { theme: Theme | null; questions: { id: string; text: string; workplace: string }[] }

type Props = {
  sessionId: string
  part: ThemeGroup
  /** The theme right above it, to go before; null for the first. */
  above: Theme | null
  others: Theme[]
  isClosed: boolean
  /** Sends the forms inside: each says in `press` what it does. */
  send: (form: FormData) => void
  /** What was typed for this theme and not kept. */
  rejected: { name: string; error?: string } | null
}

/** One theme of the programme: its questions in order, and its name. */
export function ThemeSection({ sessionId, part, above, others, isClosed, send, rejected }: Props) {
  const { theme, questions } = part
  const name = theme?.name ?? noThemeLabel
  return (
    <section className={styles.part} aria-label={name}>
      <div className={styles.head}>
        <Heading level={3}>{name}</Heading>
        {theme && above && !isClosed ? (
          <MoveUpForm send={send} kind="theme" id={theme.id} before={above.id} label={`thema ${theme.name}`} />
        ) : null}
      </div>
      <ol className={styles.list}>
        {questions.map(({ id, text, workplace }, index) => {
          const before = questions[index - 1]
          return (
            <li key={id}>
              <div className={styles.item}>
                <span className={styles.text}>
                  <Link href={routes.agendaQuestion(sessionId, id)}>
                    {text.length > 200 ? `${text.slice(0, 200).replace(/\s+\S*$/, '')}…` : text}
                  </Link>
                  <span className={styles.where}>{workplace}</span>
                </span>
                {before && !isClosed ? (
                  <MoveUpForm send={send} kind="question" id={id} before={before.id} label={`vraag van ${workplace}`} />
                ) : null}
              </div>
            </li>
          )
        })}
      </ol>
      {theme && !isClosed ? <ThemeEditor theme={theme} others={others} send={send} rejected={rejected} /> : null}
    </section>
  )
}

type MoveUpProps = { send: Props['send']; kind: 'theme' | 'question'; id: string; before: string; label: string }

function MoveUpForm({ send, kind, id, before, label }: MoveUpProps) {
  return (
    <form action={send}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="before" value={before} />
      <Button type="submit" name="intent" value="up" appearance="secondary-action-button" className={styles.up}>
        Omhoog<span className="visually-hidden"> met {label}</span>
      </Button>
    </form>
  )
}

type ThemeEditorProps = { theme: Theme } & Pick<Props, 'others' | 'send' | 'rejected'>

function ThemeEditor({ theme, others, send, rejected }: ThemeEditorProps) {
  return (
    <details open={rejected !== null}>
      <summary className={styles.more}>
        Naam veranderen of samenvoegen<span className="visually-hidden"> van {theme.name}</span>
      </summary>
      <div className={styles.change}>
        <form action={send} noValidate>
          <input type="hidden" name="id" value={theme.id} />
          <input type="hidden" name="seen" value={theme.name} />
          <TextField
            id={`naam-${theme.id}`}
            name="name"
            label={`Nieuwe naam voor ${theme.name}`}
            defaultValue={rejected?.name ?? theme.name}
            error={rejected?.error}
            inputProps={{ autoComplete: 'off' }}
          />
          <Button type="submit" name="intent" value="rename" appearance="secondary-action-button">
            Verander de naam<span className="visually-hidden"> van {theme.name}</span>
          </Button>
        </form>
        {others.length > 0 ? (
          <form action={send}>
            <input type="hidden" name="id" value={theme.id} />
            <SelectField id={`bij-${theme.id}`} name="into" label={`Voeg ${theme.name} samen met`}>
              {others.map((other) => (
                <option key={other.id} value={other.id}>
                  {other.name}
                </option>
              ))}
            </SelectField>
            <Button type="submit" name="intent" value="merge" appearance="secondary-action-button">
              Voeg samen<span className="visually-hidden"> met {theme.name}</span>
            </Button>
          </form>
        ) : null}
      </div>
    </details>
  )
}
