'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormError } from '@/components/form/form-error'
import { triageErrorMessages, triageRefusals } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import type { ThemeRefusal, TriageFieldReason } from '@/lib/triage/schema'
import { type ThemeGroup, ThemeSection } from './theme-section'

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
