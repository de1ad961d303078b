'use client'

import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { cancelReasonLabel } from '@/app/beheer/sessies/[id]/_components/message-copy'
import styles from '@/app/beheer/sessies/[id]/berichten/_components/message-actions.module.css'
import type { MessageState } from '@/lib/outbox/message-queries'
import type { MessageCancelReason } from '@/lib/outbox/schema'

type Refusal = 'unknown-message' | 'under-way' | 'once-only' | 'too-late' | 'not-failed'
export type MessageActionState = FormState<null, never, Refusal | MessageCancelReason, keyof typeof doneMessages>

type Props = {
  action: FormAction<MessageActionState>
  state: MessageState
  isResendable: boolean
  recipientName: string
  resendCount: number
  isUnresolvedFailure: boolean
}

const doneMessages = {
  cancelled: 'De mail is gestopt en gaat niet meer uit.',
  resent: 'De mail gaat nog een keer uit. Hij staat bij de berichten.',
  dismissed: 'Geregeld. Deze mail staat niet meer bij de meldingen.',
} as const

const refusals: Record<Refusal, string> = {
  'unknown-message': 'Deze mail is er niet meer.',
  'under-way': 'Deze mail is nog onderweg. Wacht tot hij is verstuurd of mislukt.',
  'once-only': 'Deze mail gaat maar één keer uit.',
  'not-failed': 'Deze mail is niet mislukt.',
  'too-late': 'Stoppen kan niet meer: de mail is al weg, of gaat op dit moment weg.',
}

const refusalMessage = (reason: Refusal | MessageCancelReason) =>
  reason in refusals
    ? refusals[reason as Refusal]
    : `Deze mail gaat niet nog een keer uit: ${cancelReasonLabel(reason as MessageCancelReason)}.`

/** Cancels a queued mail, resends one that has ended, or dismisses its failure. */
export function MessageActions({ action, state, recipientName, resendCount, ...possible }: Props) {
  const form = useFormAction(action, {
    values: null,
    describeRefusal: (reason) => ({ title: 'Dat is niet gelukt.', text: refusalMessage(reason) }),
  })
  const isQueued = state === 'waiting' || state === 'retrying'
  return (
    <>
      <FormFeedback
        pageTitle={null}
        refusal={form.refusal}
        success={form.result && { title: doneMessages[form.result] }}
        submission={form.state}
      />
      <form action={form.send} className={styles.buttons}>
        <input type="hidden" name="times" value={resendCount} />
        {isQueued ? <FormButton intent="cancel">Stop de mail aan {recipientName}</FormButton> : null}
        {!isQueued && possible.isResendable ? (
          <FormButton intent="resend">Stuur nog een keer aan {recipientName}</FormButton>
        ) : null}
        {possible.isUnresolvedFailure ? <FormButton intent="dismiss">Ik heb dit geregeld</FormButton> : null}
      </form>
    </>
  )
}
