'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { ErrorSummary } from '@/components/form/error-summary'
import { Note } from '@/components/form/note'
import { Refused } from '@/components/form/refused'
import { Flow } from '@/components/layout/flow'
import type { ThemeRefusal, TriageFieldReason } from '@/lib/questions/schema'
import { triageErrors, triageRefusals } from './question-words'
import { type Part, ThemePart } from './theme-part'

export type ThemeState =
  | { status: 'idle' }
  | { status: 'done'; what: 'up' | 'rename' | 'merge' }
  | ({ id: string; name: string } & (
      | { status: 'invalid'; errors: Record<string, TriageFieldReason> }
      | { status: 'refused'; reason: ThemeRefusal }
    ))

type Props = {
  action: (previous: ThemeState, form: FormData) => Promise<ThemeState>
  sessionId: string
  title: string
  parts: Part[]
  /** Also those of which no question is chosen yet. */
  themes: { id: string; name: string }[]
  closed: boolean
}

const done = {
  up: 'De volgorde is veranderd.',
  rename: 'De naam is veranderd.',
  merge: 'De thema’s zijn samengevoegd.',
}

const refusals: Record<ThemeRefusal, { lead: string; text: string }> = {
  'unknown-session': triageRefusals['unknown-session'],
  'round-closed': triageRefusals['round-closed'],
  'unknown-theme': { lead: 'Dit thema is er niet meer.', text: 'Een collega heeft het net samengevoegd.' },
  'name-taken': {
    lead: 'Er is al een thema met deze naam.',
    text: 'Kies een andere naam, of voeg de twee thema’s samen.',
  },
  'changed-meanwhile': {
    lead: 'Een collega heeft dit net veranderd.',
    text: 'Er is niets bewaard. Hieronder staat hoe het nu is.',
  },
}

/** The programme: what is treated, in order, by theme; with the names of the themes. */
export function ThemeForms({ action, sessionId, title, parts, themes, closed }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? triageErrors(state.errors) : {}
  const failed = state.status === 'invalid' || state.status === 'refused'
  const typed = failed && state.name ? { id: state.id, name: state.name, error: errors.name } : null
  const shown = parts.map(({ theme }) => theme)
  const empty = themes.filter(({ id }) => !shown.some((theme) => theme?.id === id))
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Thema’s en volgorde ${title} - Aanschuif beheer`}</title>
      <ErrorSummary
        errors={errors.name && failed ? [{ id: `naam-${state.id}`, message: errors.name }] : []}
        sending={state}
      />
      {state.status === 'refused' ? (
        <Refused lead={refusals[state.reason].lead} sending={state}>
          {refusals[state.reason].text}
        </Refused>
      ) : null}
      {state.status === 'done' ? <Note tone="good" role="status" lead={done[state.what]} /> : null}
      <Flow>
        <Heading level={2}>Thema’s en volgorde</Heading>
        <Paragraph>
          Hier staan de vragen die zijn gekozen of beantwoord, in de volgorde van de kennissessie. Een thema geef je aan
          een vraag bij die vraag zelf.
        </Paragraph>
      </Flow>
      {parts.length === 0 ? <Paragraph>Er is nog geen vraag gekozen.</Paragraph> : null}
      {[...parts, ...empty.map((theme) => ({ theme, questions: [] }))].map((part, index) => (
        <ThemePart
          key={part.theme?.id ?? 'none'}
          sessionId={sessionId}
          part={part}
          above={part.questions.length > 0 ? (shown[index - 1] ?? null) : null}
          others={themes.filter(({ id }) => id !== part.theme?.id)}
          closed={closed}
          send={send}
          typed={typed && typed.id === part.theme?.id ? typed : null}
        />
      ))}
    </>
  )
}
