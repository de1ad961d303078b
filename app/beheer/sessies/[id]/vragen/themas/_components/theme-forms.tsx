'use client'

import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { Options } from '@/app/beheer/_components/form/options'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/sessies/[id]/vragen/themas/_components/theme-section.module.css'
import { ErrorSummary } from '@/components/form/error-summary'
import { SelectField } from '@/components/form/fields/select-field'
import { TextField } from '@/components/form/fields/text-field'
import { FormError } from '@/components/form/form-error'
import { noThemeLabel, triageErrorMessages, triageRefusals } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { routes } from '@/lib/platform/routes'
import type { ThemeRefusal, TriageFieldReason } from '@/lib/triage/schema'

export type ThemeState = FormState<
  { id: string; name: string },
  TriageFieldReason,
  ThemeRefusal,
  keyof typeof doneMessages
>

type Props = {
  action: FormAction<ThemeState>
  sessionId: string
  title: string
  parts: ThemeGroup[]
  /** Includes the themes without a chosen question. */
  themes: { id: string; name: string }[]
  isClosed: boolean
}

const doneMessages = {
  up: 'De volgorde is veranderd.',
  rename: 'De naam is veranderd.',
  merge: 'De thema’s zijn samengevoegd.',
}

const refusals: Record<ThemeRefusal, Flash> = {
  'unknown-session': triageRefusals['unknown-session'],
  'round-closed': triageRefusals['round-closed'],
  'unknown-theme': { title: 'Dit thema is er niet meer.', text: 'Een collega heeft het net samengevoegd.' },
  'name-taken': {
    title: 'Er is al een thema met deze naam.',
    text: 'Kies een andere naam, of voeg de twee thema’s samen.',
  },
  'changed-meanwhile': {
    title: 'Een collega heeft dit net veranderd.',
    text: 'Er is niets bewaard. Hieronder staat hoe het nu is.',
  },
}

/** The programme: the chosen questions in order, by theme. */
export function ThemeForms({ action, sessionId, title, parts, themes, isClosed }: Props) {
  const { state, send, values, errors, refusal, result } = useFormAction(action, {
    values: { id: '', name: '' },
    describeErrors: triageErrorMessages,
    describeRefusal: (reason) => refusals[reason],
  })
  const failed = state.status === 'invalid' || state.status === 'refused'
  const rejected = failed && values.name ? { ...values, error: errors.name } : null
  const shownThemes = parts.map(({ theme }) => theme)
  const emptyThemes = themes.filter(({ id }) => !shownThemes.some((theme) => theme?.id === id))
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Thema’s en volgorde ${title} - Aanschuif beheer`}</title>
      <ErrorSummary
        errors={errors.name ? [{ id: `naam-${values.id}`, message: errors.name }] : []}
        submission={state}
      />
      {refusal ? (
        <FormError title={refusal.title} submission={state}>
          {refusal.text}
        </FormError>
      ) : null}
      {result ? <Callout tone="good" role="status" title={doneMessages[result]} /> : null}
      <Flow>
        <Heading level={2}>Thema’s en volgorde</Heading>
        <Paragraph>
          Hier staan de vragen die zijn gekozen of beantwoord, in de volgorde van de kennissessie. Een thema geef je aan
          een vraag bij die vraag zelf.
        </Paragraph>
      </Flow>
      {parts.length === 0 ? <Paragraph>Er is nog geen vraag gekozen.</Paragraph> : null}
      {[...parts, ...emptyThemes.map((theme) => ({ theme, questions: [] }))].map((part, index) => (
        <ThemeSection
          key={part.theme?.id ?? 'none'}
          sessionId={sessionId}
          part={part}
          above={part.questions.length > 0 ? (shownThemes[index - 1] ?? null) : null}
          others={themes.filter(({ id }) => id !== part.theme?.id)}
          isClosed={isClosed}
          send={send}
          rejected={rejected && rejected.id === part.theme?.id ? rejected : null}
        />
      ))}
    </>
  )
}

type Theme = { id: string; name: string }
type ThemeGroup = { theme: Theme | null; questions: { id: string; text: string; workplace: string }[] }

type ThemeSectionProps = {
  sessionId: string
  part: ThemeGroup
  /** The theme above it; `null` for the first. */
  above: Theme | null
  others: Theme[]
  isClosed: boolean
  send: (form: FormData) => void
  /** The rejected name. */
  rejected: { name: string; error?: string } | null
}

/** One theme of the programme: its questions in order, and its name. */
function ThemeSection({ sessionId, part, above, others, isClosed, send, rejected }: ThemeSectionProps) {
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

type MoveUpProps = {
  send: ThemeSectionProps['send']
  kind: 'theme' | 'question'
  id: string
  before: string
  label: string
}

function MoveUpForm({ send, kind, id, before, label }: MoveUpProps) {
  return (
    <form action={send}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="before" value={before} />
      <FormButton intent="up" className={styles.up}>
        Omhoog<span className="visually-hidden"> met {label}</span>
      </FormButton>
    </form>
  )
}

type ThemeEditorProps = { theme: Theme } & Pick<ThemeSectionProps, 'others' | 'send' | 'rejected'>

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
          <FormButton intent="rename">
            Verander de naam<span className="visually-hidden"> van {theme.name}</span>
          </FormButton>
        </form>
        {others.length > 0 ? (
          <form action={send}>
            <input type="hidden" name="id" value={theme.id} />
            <SelectField id={`bij-${theme.id}`} name="into" label={`Voeg ${theme.name} samen met`}>
              <Options options={others} />
            </SelectField>
            <FormButton intent="merge">
              Voeg samen<span className="visually-hidden"> met {theme.name}</span>
            </FormButton>
          </form>
        ) : null}
      </div>
    </details>
  )
}
