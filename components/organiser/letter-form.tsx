'use client'

import { Button } from '@utrecht/component-library-react'
import { type ComponentProps, useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { Note } from '@/components/form/note'
import { Refused } from '@/components/form/refused'
import type { LetterRefusal, WordsFieldReason } from '@/lib/messages/schema'
import { LetterLook } from './letter-look'
import { LetterRecipients } from './letter-recipients'
import type { Looks } from './mail-looks'
import { wordsErrors } from './mail-words'
import { PreviewAs } from './preview-as'
import styles from './release-form.module.css'
import { WordsFields } from './words-fields'

export type LetterValues = {
  /** Id of the letter that this form makes. */
  letter: string
  subject: string
  text: string
  inTime: string
  places: string[]
  contactWishes: string[]
  tookPart: string
  /** Id of the registration to preview it as, or empty. */
  as: string
}

export type LetterState =
  | ActionState<LetterValues, WordsFieldReason, LetterRefusal>
  | { status: 'tested'; values: LetterValues }
  | {
      status: 'look'
      values: LetterValues
      looks: Looks
      recipients: number
      /** Comes back with the button, so that nothing goes out but what was looked at. */
      seen: string
      because: 'edited' | 'recipients-changed' | null
    }

type Props = {
  action: (previous: LetterState, form: FormData) => Promise<LetterState>
  empty: LetterValues
  title: string
  email: string
  places: ComponentProps<typeof LetterRecipients>['places']
  participants: ComponentProps<typeof PreviewAs>['participants']
}

const refusals: Record<LetterRefusal, { lead: string; text: string }> = {
  'unknown-session': { lead: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  nobody: { lead: 'Er is niemand die dit bericht krijgt.', text: 'Kies anderen bij "Aan wie?".' },
  'recipients-changed': { lead: 'Het aantal mensen is veranderd.', text: 'Bekijk de mail nog een keer.' },
}

/** A message in the organiser's own words: write it, look at it and at how many people get it, and send it. */
export function LetterForm({ action, empty, title, email, places, participants }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? wordsErrors(state.errors) : {}
  const values = state.status === 'idle' ? empty : state.values
  const failed = state.status === 'invalid' || state.status === 'refused'
  return (
    <>
      <title>{`${failed ? 'Fout: ' : ''}Bericht schrijven ${title} - Aanschuif beheer`}</title>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, message]) => ({ id: `veld-${field}`, message }))}
        sending={state}
      />
      {state.status === 'refused' ? (
        <Refused lead={refusals[state.reason].lead} sending={state}>
          {refusals[state.reason].text}
        </Refused>
      ) : null}
      {state.status === 'tested' ? (
        <Note tone="good" role="status" lead="De testmail is onderweg.">
          Kijk in de mail van {email}. Verder heeft niemand iets gekregen.
        </Note>
      ) : null}
      <form action={send} noValidate className={styles.form}>
        <input type="hidden" name="letter" value={values.letter} />
        <WordsFields values={values} errors={errors} />
        <LetterRecipients values={values} error={errors.to} places={places} />
        <PreviewAs participants={participants} chosen={values.as} />
        <div className={styles.buttons}>
          <Button type="submit" name="press" value="look" appearance="secondary-action-button">
            Bekijk de mail
          </Button>
          <Button type="submit" name="press" value="test" appearance="secondary-action-button">
            Stuur mij een testmail
          </Button>
        </div>
        {state.status === 'look' ? <LetterLook {...state} busy={pending} /> : null}
      </form>
    </>
  )
}
