'use client'

import { FormButton } from '@/app/beheer/_components/form/form-button'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/sessies/[id]/berichten/_components/message-actions.module.css'
import { FormStatus } from '@/components/form/form-status'

/** `cancelled`: number of mails. */
export type CancelCustomMessageState = FormState<null, never, never, { cancelled: number }>

type Props = { action: FormAction<CancelCustomMessageState>; canCancel: boolean }

/** Cancels the mails of a custom message that are not sent yet. */
export function CancelCustomMessage({ action, canCancel }: Props) {
  const { state, send, result } = useFormAction(action, { values: null })
  return (
    <>
      {result ? (
        <FormStatus
          tone={result.cancelled > 0 ? 'good' : 'info'}
          title={cancelledSentence(result.cancelled)}
          submission={state}
        />
      ) : null}
      {canCancel ? (
        <form action={send} className={styles.actions}>
          <FormButton>Stop wat nog niet weg is</FormButton>
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
