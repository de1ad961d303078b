'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { openGuaranteesText, triageErrorMessages, triageRefusals } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { QuotedText } from '@/components/ui/quoted-text'
import { dateAndTime } from '@/lib/platform/time'
import type { ClosedRound } from '@/lib/triage/queries'
import { type RoundChangeRefusal, type TriageFieldReason, triageLimits } from '@/lib/triage/schema'

type Refusal = Exclude<RoundChangeRefusal, 'explanation-missing'>
export type CloseRoundState = FormState<{ explanation: string }, TriageFieldReason, Refusal>

type Props = {
  action: FormAction<CloseRoundState>
  title: string
  openGuarantees: number
  /**
   * The question deadline while it is ahead: the site promises to discuss questions asked before it. `null` after the
   * deadline, and for a cancelled session.
   */
  deadline: Date | null
  round: ClosedRound | null
}

const refusals: Record<Refusal, Flash> = {
  'unknown-session': triageRefusals['unknown-session'],
  'guarantees-changed': {
    title: 'Het aantal vragen dat nog niet is gekozen, is net veranderd.',
    text: 'De vragenronde is nog open. Kijk hieronder hoeveel het er nu zijn.',
  },
  'changed-meanwhile': {
    title: 'Een collega heeft de vragenronde net heropend en weer gesloten.',
    text: 'Kijk hieronder hoe het nu is.',
  },
}

/**
 * Shows the form that closes the triage round or, if `round` is given, reopens that closed round. `openGuarantees` is
 * the number of questions from before the question deadline that are not in the programme. Unless it is zero, closing
 * requires an explanation.
 */
export function CloseRoundForm({ action, title, openGuarantees, deadline, round }: Props) {
  const form = useFormAction(action, { values: { explanation: '' }, describeErrors: triageErrorMessages, refusals })
  const heading = round ? 'Vragenronde heropenen' : 'Vragenronde sluiten'
  const intro = (
    <>
      <Flow>
        <Heading level={2}>{heading}</Heading>
        <Paragraph>
          {round
            ? 'De vragenronde is gesloten. Na het heropenen kun je weer alles veranderen.'
            : `${openGuaranteesText(openGuarantees)} ${closingText}`}
        </Paragraph>
      </Flow>
      {deadline && !round ? (
        <Callout tone="alarm" title="De vragentermijn loopt nog.">
          Wie zich aanmeldt vóór {dateAndTime(deadline)}, krijgt te lezen dat de vraag zeker aan bod komt. Sluit de
          vragenronde liever daarna. Sluit je hem nu, dan melden we hier elke nieuwe vraag die is beloofd.
        </Callout>
      ) : null}
    </>
  )
  return (
    <AdminForm form={form} title={`${heading} ${title}`} intro={intro}>
      {round?.explanation ? <QuotedText>{round.explanation}</QuotedText> : null}
      <input type="hidden" name={round ? 'roundId' : 'expected'} value={round ? round.id : openGuarantees} />
      {!round && openGuarantees > 0 ? (
        <TextAreaField
          {...form.field('explanation')}
          label={`Waarom ${openGuarantees === 1 ? 'komt deze vraag' : 'komen deze vragen'} niet aan bod?`}
          hint="Beloofd was van wel. Alleen organisatoren zien wat je hier schrijft."
          rows={4}
          maxLength={triageLimits.explanation}
        />
      ) : null}
      <div className={styles.row}>
        <FormButton intent={round ? 'reopen' : 'close'} primary>
          {round ? 'Heropen de vragenronde' : 'Sluit de vragenronde'}
        </FormButton>
      </div>
    </AdminForm>
  )
}

const closingText =
  'Na het sluiten verandert er niets meer aan de vragen, behalve wat je na de kennissessie aan de vragers schrijft. Je kunt de vragenronde later weer heropenen.'
