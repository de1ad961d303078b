'use client'

import { Button } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import styles from '@/app/beheer/sessies/[id]/berichten/_components/message-actions.module.css'
import { FormStatus } from '@/components/form/form-status'

/** `count`: how many mails that were. */
export type CancelCustomMessageState = { status: 'idle' } | { status: 'cancelled'; count: number }

type Props = {
  action: (previous: CancelCustomMessageState) => Promise<CancelCustomMessageState>
  /** Something did not go out yet. */
  canCancel: boolean
}

/** Stops what did not go out yet of a letter, and says how much that was. */
export function CancelCustomMessage({ action, canCancel }: Props) {
  const [state, cancel, pending] = useActionState(action, { status: 'idle' })
  return (
    <>
      {state.status === 'cancelled' ? (
        <FormStatus
          tone={state.count > 0 ? 'good' : 'info'}
          title={cancelledSentence(state.count)}
          submission={state}
        />
      ) : null}
      {canCancel ? (
        <form action={cancel} className={styles.actions}>
          <Button type="submit" appearance="secondary-action-button" aria-busy={pending || undefined}>
            Stop wat nog niet weg is
          </Button>
        </form>
      ) : null}
    </>
  )
}

function cancelledSentence(count: number): string {
  if (count === 0) return 'Er was niets meer te stoppen: alles is al weg, of gaat op dit moment weg.'
  return count === 1
    ? '1 mail is gestopt en gaat niet meer uit.'
    : `${count.toLocaleString('nl-NL')} mails zijn gestopt en gaan niet meer uit.`
}
