'use client'

import { Button } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import type { TriageFieldReason, TriageRefusal, TriageState } from '@/lib/questions/schema'
import { FormHead } from './form-head'
import { stateLabels, triageErrors, triageRefusal } from './question-words'
import styles from './release-form.module.css'
import { TriageFields } from './triage-fields'

/** `version`: of the question that this was filled in over. */
export type TriageValues = Record<'state' | 'theme' | 'ownerId' | 'note' | 'version', string> & { outcomeText?: string }
export type TriageFormState = ActionState<TriageValues, TriageFieldReason, TriageRefusal> | { status: 'saved' }

type Question = {
  place: string
  state: TriageState
  theme: { name: string } | null
  owner: { id: string; name: string } | null
  note: string
  outcomeText: string
  version: number
}

type Props = {
  action: (previous: TriageFormState, form: FormData) => Promise<TriageFormState>
  question: Question
  themes: { id: string; name: string }[]
  owners: { id: string; name: string }[]
  /** After the session, and until the mails about it go out, the asker can be told something of one's own. */
  asksOutcome: boolean
  /** Whether there is another one behind it in the list. */
  hasNext: boolean
}

/** What happens to one question. Enter keeps it and goes on to the next. */
export function TriageForm({ action, question, themes, owners, asksOutcome, hasNext }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? triageErrors(state.errors) : {}
  const failed = state.status === 'invalid' || state.status === 'refused'
  const values = failed ? state.values : valuesOf(question, owners)
  const left = question.owner && !isIn(owners, question.owner) ? question.owner.name : null
  return (
    <>
      <FormHead
        title={`Vraag van ${question.place}`}
        errors={errors}
        refusal={state.status === 'refused' ? triageRefusal(state.reason, standsNow(question, asksOutcome)) : null}
        done={state.status === 'saved' ? { lead: 'Bewaard.' } : null}
        sending={state}
      />
      <form action={send} noValidate>
        <input type="hidden" name="version" value={values.version} />
        <TriageFields
          values={values}
          errors={errors}
          themes={themes}
          owners={owners}
          left={left}
          asksOutcome={asksOutcome}
        />
        <div className={styles.buttons}>
          <Button
            type="submit"
            name="press"
            value="next"
            appearance="primary-action-button"
            aria-busy={pending || undefined}
          >
            {hasNext ? 'Bewaar en volgende' : 'Bewaar en naar de lijst'}
          </Button>
          <Button type="submit" name="press" value="save" appearance="secondary-action-button">
            Bewaar
          </Button>
        </div>
      </form>
    </>
  )
}

type Owners = Props['owners']
const isIn = (owners: Owners, { id }: { id: string }) => owners.some((each) => each.id === id)

function valuesOf({ state, theme, owner, note, outcomeText, version }: Question, owners: Owners): TriageValues {
  const ownerId = owner && isIn(owners, owner) ? owner.id : ''
  return { state, theme: theme?.name ?? '', ownerId, note, outcomeText, version: String(version) }
}

/** What a colleague made of it. */
function standsNow({ state, theme, owner, note, outcomeText }: Question, asksOutcome: boolean): string {
  const parts = [
    stateLabels[state],
    theme ? `thema ${theme.name}` : 'zonder thema',
    owner ? `bij ${owner.name}` : 'bij niemand',
    note ? `notitie “${note}”` : 'zonder notitie',
    ...(asksOutcome ? [outcomeText ? `eigen tekst “${outcomeText}”` : 'zonder eigen tekst'] : []),
  ]
  return `Nu staat er: ${parts.join(', ')}.`
}
