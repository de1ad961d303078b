'use client'

import { Button } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { cancelReasonLabel } from '@/app/beheer/sessies/[id]/_components/message-copy'
import styles from '@/app/beheer/sessies/[id]/berichten/_components/message-actions.module.css'
import { FormError } from '@/components/form/form-error'
import { FormStatus } from '@/components/form/form-status'
import type { MessageState } from '@/lib/outbox/message-state'
import type { MessageCancelReason } from '@/lib/outbox/schema'

type Refusal = 'unknown-message' | 'under-way' | 'once-only' | 'too-late' | 'not-failed'
export type MessageActionState =
  | { status: 'idle' }
  | { status: 'done'; change: 'cancelled' | 'resent' | 'dismissed' }
  | { status: 'refused'; reason: Refusal | MessageCancelReason }

type Props = {
  action: (previous: MessageActionState, form: FormData) => Promise<MessageActionState>
  state: MessageState
  isResendable: boolean
  /** Name of the reader: the buttons say whom they are about. */
  recipientName: string
  /** How often it has been sent again. */
  resendCount: number
  /** It failed, and nobody has seen to it yet. */
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

const isRefusal = (reason: Refusal | MessageCancelReason): reason is Refusal => reason in refusals
const refusalMessage = (reason: Refusal | MessageCancelReason) =>
  isRefusal(reason) ? refusals[reason] : `Deze mail gaat niet nog een keer uit: ${cancelReasonLabel(reason)}.`

/** What can be done with a mail as it stands: once more when it has ended, stop when it has not gone. */
export function MessageActions({
  action,
  state,
  isResendable,
  recipientName,
  resendCount,
  isUnresolvedFailure,
}: Props) {
  const [result, send, pending] = useActionState(action, { status: 'idle' })
  const isQueued = state === 'waiting' || state === 'retrying'
  return (
    <>
      {result.status === 'done' ? <FormStatus title={doneMessages[result.change]} submission={result} /> : null}
      {result.status === 'refused' ? (
        <FormError title="Dat is niet gelukt." submission={result}>
          {refusalMessage(result.reason)}
        </FormError>
      ) : null}
      <form action={send} className={styles.buttons}>
        <input type="hidden" name="times" value={resendCount} />
        {isQueued ? (
          <Button type="submit" name="intent" value="cancel" appearance="secondary-action-button" aria-busy={pending}>
            Stop de mail aan {recipientName}
          </Button>
        ) : null}
        {!isQueued && isResendable ? (
          <Button type="submit" name="intent" value="resend" appearance="secondary-action-button" aria-busy={pending}>
            Stuur nog een keer aan {recipientName}
          </Button>
        ) : null}
        {isUnresolvedFailure ? (
          <Button type="submit" name="intent" value="dismiss" appearance="secondary-action-button" aria-busy={pending}>
            Ik heb dit geregeld
          </Button>
        ) : null}
      </form>
    </>
  )
}
