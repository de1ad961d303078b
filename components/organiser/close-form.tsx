'use client'

import { Button, Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { Note } from '@/components/form/note'
import { TextAreaField } from '@/components/form/text-area-field'
import { Flow } from '@/components/layout/flow'
import { Reason } from '@/components/session/reason'
import { dateAndTime } from '@/lib/platform/time'
import { type CloseRefusal, type TriageFieldReason, triageLimits } from '@/lib/questions/schema'
import { FormHead } from './form-head'
import { promisesInWords, triageErrors } from './question-words'
import type { Closing } from './round-head'
import styles from './send-row.module.css'

export type CloseState = ActionState<{ why: string }, TriageFieldReason, CloseRefusal>

type Props = {
  action: (previous: CloseState, form: FormData) => Promise<CloseState>
  title: string
  openPromises: number
  /** Until then new questions are still promised to be treated; null once that is over. */
  deadline: Date | null
  closing: Closing | null
}

const refusals: Record<Exclude<CloseRefusal, 'why-missing'>, { lead: string; text: string }> = {
  'unknown-session': { lead: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'promises-changed': {
    lead: 'Het aantal vragen dat nog niet is gekozen, is net veranderd.',
    text: 'De vragenronde is nog open. Kijk hieronder hoeveel het er nu zijn.',
  },
  'changed-meanwhile': {
    lead: 'Een collega heeft de vragenronde net heropend en weer gesloten.',
    text: 'Kijk hieronder hoe het nu is.',
  },
}

/** Closing the vragenronde, with a word why when a promise is not kept; or opening it again. */
export function CloseForm({ action, title, openPromises, deadline, closing }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? triageErrors(state.errors) : {}
  const why = state.status === 'idle' ? '' : state.values.why
  const heading = closing ? 'Vragenronde heropenen' : 'Vragenronde sluiten'
  return (
    <>
      <FormHead
        title={`${heading} ${title}`}
        errors={errors}
        refusal={state.status === 'refused' && state.reason !== 'why-missing' ? refusals[state.reason] : null}
        sending={state}
      />
      <Flow>
        <Heading level={2}>{heading}</Heading>
        <Paragraph>
          {closing
            ? 'De vragenronde is gesloten. Na het heropenen kun je weer alles veranderen.'
            : `${promisesInWords(openPromises)} Na het sluiten verandert er niets meer aan de vragen, behalve wat je na de kennissessie aan de vragers schrijft. Je kunt de vragenronde later weer heropenen.`}
        </Paragraph>
      </Flow>
      {deadline && !closing ? (
        <Note tone="alarm" lead="De vragentermijn loopt nog.">
          Wie zich aanmeldt vóór {dateAndTime(deadline)}, krijgt te lezen dat de vraag zeker aan bod komt. Sluit de
          vragenronde liever daarna. Sluit je hem nu, dan melden we hier elke nieuwe vraag die is beloofd.
        </Note>
      ) : null}
      <form action={send} noValidate>
        {closing ? (
          <>
            {closing.why ? <Reason>{closing.why}</Reason> : null}
            <input type="hidden" name="closing" value={closing.id} />
          </>
        ) : (
          <>
            <input type="hidden" name="expected" value={openPromises} />
            {openPromises > 0 ? (
              <TextAreaField
                id="veld-why"
                name="why"
                label={
                  openPromises === 1 ? 'Waarom komt deze vraag niet aan bod?' : 'Waarom komen deze vragen niet aan bod?'
                }
                hint="Beloofd was van wel. Alleen organisatoren zien wat je hier schrijft."
                rows={4}
                maxLength={triageLimits.why}
                defaultValue={why}
                error={errors.why}
              />
            ) : null}
          </>
        )}
        <div className={styles.row}>
          <Button
            type="submit"
            name="press"
            value={closing ? 'reopen' : 'close'}
            appearance="primary-action-button"
            aria-busy={pending || undefined}
          >
            {closing ? 'Heropen de vragenronde' : 'Sluit de vragenronde'}
          </Button>
        </div>
      </form>
    </>
  )
}
