'use client'

import { Button, Heading, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { FormFeedback } from '@/app/beheer/_components/form-feedback'
import styles from '@/app/beheer/_components/submit-row.module.css'
import type { ClosedRound } from '@/app/beheer/sessies/[id]/vragen/_components/triage-round-status'
import type { ActionState } from '@/components/form/action-state'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { openGuaranteesText, triageErrorMessages } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { QuotedText } from '@/components/ui/quoted-text'
import { dateAndTime } from '@/lib/platform/time'
import { type RoundChangeRefusal, type TriageFieldReason, triageLimits } from '@/lib/triage/schema'

export type CloseRoundState = ActionState<{ why: string }, TriageFieldReason, RoundChangeRefusal>

type Props = {
  action: (previous: CloseRoundState, form: FormData) => Promise<CloseRoundState>
  title: string
  openGuarantees: number
  /** Until then new questions are still promised to be treated; null once that is over. */
  deadline: Date | null
  round: ClosedRound | null
}

const refusals: Record<Exclude<RoundChangeRefusal, 'explanation-missing'>, { title: string; text: string }> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'guarantees-changed': {
    title: 'Het aantal vragen dat nog niet is gekozen, is net veranderd.',
    text: 'De vragenronde is nog open. Kijk hieronder hoeveel het er nu zijn.',
  },
  'changed-meanwhile': {
    title: 'Een collega heeft de vragenronde net heropend en weer gesloten.',
    text: 'Kijk hieronder hoe het nu is.',
  },
}

/** Closing the vragenronde, with a word why when a promise is not kept; or opening it again. */
export function CloseRoundForm({ action, title, openGuarantees, deadline, round }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? triageErrorMessages(state.errors) : {}
  const why = state.status === 'idle' ? '' : state.values.why
  const heading = round ? 'Vragenronde heropenen' : 'Vragenronde sluiten'
  return (
    <>
      <FormFeedback
        pageTitle={`${heading} ${title}`}
        errors={errors}
        refusal={state.status === 'refused' && state.reason !== 'explanation-missing' ? refusals[state.reason] : null}
        submission={state}
      />
      <Flow>
        <Heading level={2}>{heading}</Heading>
        <Paragraph>
          {round
            ? 'De vragenronde is gesloten. Na het heropenen kun je weer alles veranderen.'
            : `${openGuaranteesText(openGuarantees)} Na het sluiten verandert er niets meer aan de vragen, behalve wat je na de kennissessie aan de vragers schrijft. Je kunt de vragenronde later weer heropenen.`}
        </Paragraph>
      </Flow>
      {deadline && !round ? (
        <Callout tone="alarm" title="De vragentermijn loopt nog.">
          Wie zich aanmeldt vóór {dateAndTime(deadline)}, krijgt te lezen dat de vraag zeker aan bod komt. Sluit de
          vragenronde liever daarna. Sluit je hem nu, dan melden we hier elke nieuwe vraag die is beloofd.
        </Callout>
      ) : null}
      <form action={send} noValidate>
        {round ? (
          <>
            {round.explanation ? <QuotedText>{round.explanation}</QuotedText> : null}
            <input type="hidden" name="closing" value={round.id} />
          </>
        ) : (
          <>
            <input type="hidden" name="expected" value={openGuarantees} />
            {openGuarantees > 0 ? (
              <TextAreaField
                id="veld-why"
                name="why"
                label={
                  openGuarantees === 1
                    ? 'Waarom komt deze vraag niet aan bod?'
                    : 'Waarom komen deze vragen niet aan bod?'
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
            name="intent"
            value={round ? 'reopen' : 'close'}
            appearance="primary-action-button"
            aria-busy={pending || undefined}
          >
            {round ? 'Heropen de vragenronde' : 'Sluit de vragenronde'}
          </Button>
        </div>
      </form>
    </>
  )
}
