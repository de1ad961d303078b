'use client'

import { Button } from '@utrecht/component-library-react'
import { type ComponentProps, useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import type { LetterRefusal, WordsFieldReason } from '@/lib/messages/schema'
import { FormHead } from './form-head'
import { LetterLook, type LetterView } from './letter-look'
import { LetterRecipients } from './letter-recipients'
import { testSent, wordsErrors } from './mail-words'
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
  | { status: 'look'; values: LetterValues; look: LetterView }

type Props = {
  action: (previous: LetterState, form: FormData) => Promise<LetterState>
  empty: LetterValues
  title: string
  email: string
  places: ComponentProps<typeof LetterRecipients>['places']
  participants: ComponentProps<typeof PreviewAs>['participants']
  examples: ComponentProps<typeof WordsFields>['examples']
}

const refusals: Record<LetterRefusal, { lead: string; text: string }> = {
  'unknown-session': { lead: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  nobody: { lead: 'Er is niemand die dit bericht krijgt.', text: 'Kies anderen bij "Aan wie?".' },
  'recipients-changed': { lead: 'Het aantal mensen is veranderd.', text: 'Bekijk de mail nog een keer.' },
}

/** A message in the organiser's own words: write it, look at it and at how many people get it, and send it. */
export function LetterForm({ action, empty, title, email, places, participants, examples }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? wordsErrors(state.errors) : {}
  const values = state.status === 'idle' ? empty : state.values
  return (
    <>
      <FormHead
        title={`Bericht schrijven ${title}`}
        errors={errors}
        refusal={state.status === 'refused' ? refusals[state.reason] : null}
        done={state.status === 'tested' ? testSent(email) : null}
        sending={state}
      />
      <form action={send} noValidate className={styles.form}>
        <input type="hidden" name="letter" value={values.letter} />
        {state.status === 'look' ? <LetterLook look={state.look} pending={pending} /> : null}
        <WordsFields values={values} errors={errors} examples={examples} />
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
      </form>
    </>
  )
}
