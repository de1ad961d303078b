'use client'

import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { Options } from '@/app/beheer/_components/form/options'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import disclosure from '@/app/beheer/sessies/[id]/_components/disclosure.module.css'
import styles from '@/app/beheer/sessies/[id]/vragen/themas/_components/theme-section.module.css'
import { ErrorSummary } from '@/components/form/error-summary'
import { SelectField } from '@/components/form/fields/select-field'
import { TextField } from '@/components/form/fields/text-field'
import { ActionForm } from '@/components/form/submission/action-form'
import type { FormSender } from '@/components/form/submission/use-form-sender'
import { noThemeLabel, triageErrorMessages, triageRefusals } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { routes } from '@/lib/platform/routes'
import { shortenText } from '@/lib/platform/text'
import type { QuestionView } from '@/lib/triage/queries'
import type { ThemeRefusal, TriageFieldReason } from '@/lib/triage/schema'

type Values = { id: string; name: string }
export type ThemeState = FormState<Values, TriageFieldReason, ThemeRefusal, keyof typeof doneMessages>

type Theme = { id: string; name: string }
type Part = { theme: Theme | null; questions: Pick<QuestionView, 'id' | 'text' | 'workplace'>[] }
type Props = {
  action: FormAction<ThemeState>
  sessionId: string
  title: string
  parts: Part[]
  /** All themes of the session, also those without any question in the programme. */
  themes: Theme[]
  isClosed: boolean
}

const doneMessages = {
  up: 'De volgorde is veranderd.',
  rename: 'De naam is veranderd.',
  merge: 'De thema’s zijn samengevoegd.',
}

const refusals: Record<ThemeRefusal, Flash> = {
  ...triageRefusals,
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

/**
 * Shows the questions in the programme by theme. Unless the triage round `isClosed`, forms rename and merge themes and
 * change the order.
 */
export function ThemeForms({ action, sessionId, title, parts, themes, isClosed }: Props) {
  const { state, send, values, errors, refusal, result } = useFormAction(action, {
    values: { id: '', name: '' },
    describeErrors: triageErrorMessages,
    refusals,
  })
  const nameErrors = errors.name ? [{ id: `naam-${values.id}`, message: errors.name }] : []
  const failed = state.status === 'invalid' || state.status === 'refused'
  const shownThemes = parts.map(({ theme }) => theme)
  const emptyThemes = themes.filter(({ id }) => !shownThemes.some((theme) => theme?.id === id))
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Thema’s en volgorde ${title} - Aanschuif beheer`}</title>
      <ErrorSummary errors={nameErrors} submission={state} />
      <FormFeedback pageTitle={null} refusal={refusal} submission={state} />
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
          themeAbove={part.questions.length > 0 ? shownThemes[index - 1] : null}
          send={isClosed ? null : send}
        >
          {part.theme && !isClosed ? (
            <ThemeEditor
              theme={part.theme}
              otherThemes={themes.filter(({ id }) => id !== part.theme?.id)}
              send={send}
              rejected={failed && values.name && values.id === part.theme.id ? values.name : null}
              error={errors.name}
            />
          ) : null}
        </ThemeSection>
      ))}
    </>
  )
}

/**
 * `themeAbove` is the theme that swaps places with this theme when it moves up. `send` is `null` in a closed triage
 * round, which hides the buttons.
 */
type SectionProps = {
  sessionId: string
  part: Part
  themeAbove?: Theme | null
  send: FormSender | null
  children: ReactNode
}

/** Shows one theme with its chosen questions in order, and buttons to move the theme or a question up. */
function ThemeSection({ sessionId, part: { theme, questions }, themeAbove, send, children }: SectionProps) {
  const name = theme?.name ?? noThemeLabel
  return (
    <section className={styles.part} aria-label={name}>
      <div className={styles.head}>
        <Heading level={3}>{name}</Heading>
        {theme && themeAbove && send ? (
          <MoveUpForm send={send} kind="theme" id={theme.id} aboveId={themeAbove.id} label={`thema ${theme.name}`} />
        ) : null}
      </div>
      <ol className={styles.list}>
        {questions.map(({ id, text, workplace }, index) => {
          const aboveId = questions[index - 1]?.id
          return (
            <li key={id}>
              <div className={styles.item}>
                <span className={styles.text}>
                  <Link href={routes.agendaQuestion(sessionId, id)}>{shortenText(text, 200)}</Link>
                  <span className={styles.workplace}>{workplace}</span>
                </span>
                {aboveId && send ? (
                  <MoveUpForm send={send} kind="question" id={id} aboveId={aboveId} label={`vraag van ${workplace}`} />
                ) : null}
              </div>
            </li>
          )
        })}
      </ol>
      {children}
    </section>
  )
}

type MoveUpProps = { send: FormSender; kind: 'theme' | 'question'; id: string; aboveId: string; label: string }
const MoveUpForm = ({ send, kind, id, aboveId, label }: MoveUpProps) => (
  <ActionForm send={send}>
    <input type="hidden" name="kind" value={kind} />
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="aboveId" value={aboveId} />
    <FormButton intent="up" className={styles.up}>
      Omhoog<span className="visually-hidden"> met {label}</span>
    </FormButton>
  </ActionForm>
)

/** `rejected` is a new name that was just refused for this theme, or `null`. `error` is its error message. */
type ThemeEditorProps = {
  theme: Theme
  otherThemes: Theme[]
  send: FormSender
  rejected: string | null
  error?: string
}

function ThemeEditor({ theme, otherThemes, send, rejected, error }: ThemeEditorProps) {
  return (
    <details open={rejected !== null}>
      <summary className={disclosure.more}>
        Naam veranderen of samenvoegen<span className="visually-hidden"> van {theme.name}</span>
      </summary>
      <div className={styles.change}>
        <ActionForm send={send} noValidate>
          <input type="hidden" name="id" value={theme.id} />
          <input type="hidden" name="currentName" value={theme.name} />
          <TextField
            id={`naam-${theme.id}`}
            name="name"
            label={`Nieuwe naam voor ${theme.name}`}
            defaultValue={rejected ?? theme.name}
            error={rejected === null ? undefined : error}
            inputProps={{ autoComplete: 'off' }}
          />
          <FormButton intent="rename">
            Verander de naam<span className="visually-hidden"> van {theme.name}</span>
          </FormButton>
        </ActionForm>
        {otherThemes.length > 0 ? (
          <ActionForm send={send}>
            <input type="hidden" name="id" value={theme.id} />
            <SelectField id={`bij-${theme.id}`} name="intoId" label={`Voeg ${theme.name} samen met`}>
              <Options options={otherThemes} />
            </SelectField>
            <FormButton intent="merge">
              Voeg samen<span className="visually-hidden"> met {theme.name}</span>
            </FormButton>
          </ActionForm>
        ) : null}
      </div>
    </details>
  )
}
