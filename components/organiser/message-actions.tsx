'use client'

import { Button } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { Outcome } from '@/components/form/outcome'
import { Refused } from '@/components/form/refused'
import type { DropReason, MessageState } from '@/lib/messages/rules'
import { onceOnlyKinds } from '@/lib/messages/schema'
import styles from './message-details.module.css'
import { dropReasonInWords } from './message-words'

type Refusal = 'unknown-message' | 'under-way' | 'once-only' | 'too-late' | 'not-failed'
export type MessageActionState =
  | { status: 'idle' }
  | { status: 'done'; what: 'stopped' | 'sent-again' | 'settled' }
  | { status: 'refused'; reason: Refusal | DropReason }

type Props = {
  action: (previous: MessageActionState, form: FormData) => Promise<MessageActionState>
  state: MessageState
  kind: string
  /** Name of the reader: the buttons say whom they are about. */
  to: string
  /** How often it has been sent again. */
  timesAgain: number
  /** It failed, and nobody has seen to it yet. */
  isNews: boolean
}

const done = {
  stopped: 'De mail is gestopt en gaat niet meer uit.',
  'sent-again': 'De mail gaat nog een keer uit. Hij staat bij de berichten.',
  settled: 'Geregeld. Deze mail staat niet meer bij de meldingen.',
} as const

const refusals: Record<Refusal, string> = {
  'unknown-message': 'Deze mail is er niet meer.',
  'under-way': 'Deze mail is nog onderweg. Wacht tot hij is verstuurd of mislukt.',
  'once-only': 'Deze mail gaat maar één keer uit.',
  'not-failed': 'Deze mail is niet mislukt.',
  'too-late': 'Stoppen kan niet meer: de mail is al weg, of gaat op dit moment weg.',
}

const refusalInWords = (reason: Refusal | DropReason) =>
  reason in refusals
    ? refusals[reason as Refusal]
    : `Deze mail gaat niet nog een keer uit: ${dropReasonInWords(reason)}.`

/** What can be done with a mail as it stands: once more when it has ended, stop when it has not gone. */
export function MessageActions({ action, state, kind, to, timesAgain, isNews }: Props) {
  const [answer, send, pending] = useActionState(action, { status: 'idle' })
  const waits = state === 'waiting' || state === 'retrying'
  return (
    <>
      {answer.status === 'done' ? <Outcome lead={done[answer.what]} sending={answer} /> : null}
      {answer.status === 'refused' ? (
        <Refused lead="Dat is niet gelukt." sending={answer}>
          {refusalInWords(answer.reason)}
        </Refused>
      ) : null}
      <form action={send} className={styles.buttons}>
        <input type="hidden" name="times" value={timesAgain} />
        {waits ? (
          <Button type="submit" name="press" value="stop" appearance="secondary-action-button" aria-busy={pending}>
            Stop de mail aan {to}
          </Button>
        ) : null}
        {!waits && !onceOnlyKinds.includes(kind) ? (
          <Button type="submit" name="press" value="again" appearance="secondary-action-button" aria-busy={pending}>
            Stuur nog een keer aan {to}
          </Button>
        ) : null}
        {isNews ? (
          <Button type="submit" name="press" value="settle" appearance="secondary-action-button" aria-busy={pending}>
            Ik heb dit geregeld
          </Button>
        ) : null}
      </form>
    </>
  )
}
