'use client'

import { Button } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { Outcome } from '@/components/form/outcome'
import styles from './message-details.module.css'

/** `count`: how many mails that were. */
export type LetterStopState = { status: 'idle' } | { status: 'stopped'; count: number }

type Props = {
  action: (previous: LetterStopState) => Promise<LetterStopState>
  /** Something did not go out yet. */
  canStop: boolean
}

/** Stops what did not go out yet of a letter, and says how much that was. */
export function LetterStop({ action, canStop }: Props) {
  const [state, stop, pending] = useActionState(action, { status: 'idle' })
  return (
    <>
      {state.status === 'stopped' ? (
        <Outcome tone={state.count > 0 ? 'good' : 'info'} lead={inWords(state.count)} sending={state} />
      ) : null}
      {canStop ? (
        <form action={stop} className={styles.actions}>
          <Button type="submit" appearance="secondary-action-button" aria-busy={pending || undefined}>
            Stop wat nog niet weg is
          </Button>
        </form>
      ) : null}
    </>
  )
}

function inWords(count: number): string {
  if (count === 0) return 'Er was niets meer te stoppen: alles is al weg, of gaat op dit moment weg.'
  return count === 1
    ? '1 mail is gestopt en gaat niet meer uit.'
    : `${count.toLocaleString('nl-NL')} mails zijn gestopt en gaan niet meer uit.`
}
