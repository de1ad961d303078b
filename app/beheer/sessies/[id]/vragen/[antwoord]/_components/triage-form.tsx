'use client'

import { Button } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import type { ActionState } from '@/components/form/action-state'
import { describeTriageRefusal, triageErrorMessages, triageStateLabels } from '@/components/triage/triage-copy'
import type { TriageFieldReason, TriageRefusal, TriageState } from '@/lib/triage/schema'
import { TriageFields } from './triage-fields'

/** `version`: of the question that this was filled in over. */
export type TriageValues = Record<'state' | 'theme' | 'ownerId' | 'note' | 'version', string> & { resultText?: string }
export type TriageFormState = ActionState<TriageValues, TriageFieldReason, TriageRefusal> | { status: 'saved' }

type Question = {
  workplace: string
  state: TriageState
  theme: { name: string } | null
  owner: { id: string; name: string } | null
  note: string
  resultText: string
  version: number
}

type Props = {
  action: (previous: TriageFormState, form: FormData) => Promise<TriageFormState>
  question: Question
  themes: { id: string; name: string }[]
  owners: { id: string; name: string }[]
  /** After the session, and until the mails about it go out, the asker can be told something of one's own. */
  showResultText: boolean
  /** Whether there is another one behind it in the list. */
  hasNext: boolean
}

/** What happens to one question. Enter keeps it and goes on to the next. */
export function TriageForm({ action, question, themes, owners, showResultText, hasNext }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? triageErrorMessages(state.errors) : {}
  const failed = state.status === 'invalid' || state.status === 'refused'
  const values = failed ? state.values : toFormValues(question, owners)
  const formerOwner = question.owner && !includesOwner(owners, question.owner) ? question.owner.name : null
  return (
    <>
      <FormFeedback
        pageTitle={`Vraag van ${question.workplace}`}
        errors={errors}
        refusal={
          state.status === 'refused'
            ? describeTriageRefusal(state.reason, currentStateSentence(question, showResultText))
            : null
        }
        success={state.status === 'saved' ? { title: 'Bewaard.' } : null}
        submission={state}
      />
      <form action={send} noValidate>
        <input type="hidden" name="version" value={values.version} />
        <TriageFields
          values={values}
          errors={errors}
          themes={themes}
          owners={owners}
          formerOwner={formerOwner}
          showResultText={showResultText}
        />
        <div className={styles.buttons}>
          <Button
            type="submit"
            name="intent"
            value="next"
            appearance="primary-action-button"
            aria-busy={pending || undefined}
          >
            {hasNext ? 'Bewaar en volgende' : 'Bewaar en naar de lijst'}
          </Button>
          <Button type="submit" name="intent" value="save" appearance="secondary-action-button">
            Bewaar
          </Button>
        </div>
      </form>
    </>
  )
}

type Owners = Props['owners']
const includesOwner = (owners: Owners, { id }: { id: string }) => owners.some((candidate) => candidate.id === id)

function toFormValues({ state, theme, owner, note, resultText, version }: Question, owners: Owners): TriageValues {
  const ownerId = owner && includesOwner(owners, owner) ? owner.id : ''
  return { state, theme: theme?.name ?? '', ownerId, note, resultText, version: String(version) }
}

/** What a colleague made of it. */
function currentStateSentence({ state, theme, owner, note, resultText }: Question, showResultText: boolean): string {
  const parts = [
    triageStateLabels[state],
    theme ? `thema ${theme.name}` : 'zonder thema',
    owner ? `bij ${owner.name}` : 'bij niemand',
    note ? `notitie “${note}”` : 'zonder notitie',
    ...(showResultText ? [resultText ? `eigen tekst “${resultText}”` : 'zonder eigen tekst'] : []),
  ]
  return `Nu staat er: ${parts.join(', ')}.`
}
