'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormError } from '@/components/form/form-error'
import { triageErrorMessages, triageRefusals } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import type { ThemeRefusal, TriageFieldReason } from '@/lib/triage/schema'
import { type ThemeGroup, ThemeSection } from './theme-section'

export type ThemeState =
  | { status: 'idle' }
  | { status: 'done'; change: 'up' | 'rename' | 'merge' }
  | ({ id: string; name: string } & (
      | { status: 'invalid'; errors: Record<string, TriageFieldReason> }
      | { status: 'refused'; reason: ThemeRefusal }
    ))

type Props = {
  action: (previous: ThemeState, form: FormData) => Promise<ThemeState>
  sessionId: string
  title: string
  parts: ThemeGroup[]
  /** Also those of which no question is chosen yet. */
  themes: { id: string; name: string }[]
  isClosed: boolean
}

const doneMessages = {
  up: 'De volgorde is veranderd.',
  rename: 'De naam is veranderd.',
  merge: 'De thema’s zijn samengevoegd.',
}

const refusals: Record<ThemeRefusal, { title: string; text: string }> = {
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

/** The programme: what is treated, in order, by theme; with the names of the themes. */
export function ThemeForms({ action, sessionId, title, parts, themes, isClosed }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? triageErrorMessages(state.errors) : {}
  const failed = state.status === 'invalid' || state.status === 'refused'
  const rejected = failed && state.name ? { id: state.id, name: state.name, error: errors.name } : null
  const shownThemes = parts.map(({ theme }) => theme)
  const emptyThemes = themes.filter(({ id }) => !shownThemes.some((theme) => theme?.id === id))
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Thema’s en volgorde ${title} - Aanschuif beheer`}</title>
      <ErrorSummary
        errors={errors.name && failed ? [{ id: `naam-${state.id}`, message: errors.name }] : []}
        submission={state}
      />
      {state.status === 'refused' ? (
        <FormError title={refusals[state.reason].title} submission={state}>
          {refusals[state.reason].text}
        </FormError>
      ) : null}
      {state.status === 'done' ? <Callout tone="good" role="status" title={doneMessages[state.change]} /> : null}
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
