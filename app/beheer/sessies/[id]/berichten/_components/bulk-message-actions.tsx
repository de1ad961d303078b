'use client'

import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { FormError } from '@/components/form/form-error'
import { FormStatus } from '@/components/form/form-status'
import { routes } from '@/lib/platform/routes'
import styles from './message-actions.module.css'

export type BulkMessageState =
  | { status: 'idle' }
  | { status: 'cancelled'; count: number }
  | { status: 'resent'; sent: number; skipped: number }
  | { status: 'refused' }

type Props = {
  action: (previous: BulkMessageState, form: FormData) => Promise<BulkMessageState>
  sessionId: string
  /** Which mails the list shows. */
  show: string | null
  /** How many of those can be stopped, and how many can go once more. */
  cancellable: number
  resendable: number
}

/** What can be done with all mails of a list at once: stop what is planned, send once more what failed or was stopped. */
export function BulkMessageActions({ action, sessionId, show, cancellable, resendable }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const canCancel = show === 'waiting' && cancellable > 0
  const canResend = (show === 'failed' || show === 'cancelled') && resendable > 0
  return (
    <>
      <BulkResult state={state} sessionId={sessionId} />
      {canCancel || canResend ? (
        <form action={send} className={styles.actions}>
          <input type="hidden" name="expected" value={canCancel ? cancellable : resendable} />
          <Button
            type="submit"
            name="intent"
            value={canCancel ? 'cancel' : 'resend'}
            appearance="secondary-action-button"
            aria-busy={pending || undefined}
          >
            {canCancel ? cancelLabel(cancellable) : resendLabel(resendable)}
          </Button>
          {canResend ? (
            <Paragraph className={styles.note}>
              Wat je al regelde, of al een keer opnieuw stuurde, telt niet mee.
            </Paragraph>
          ) : null}
        </form>
      ) : null}
    </>
  )
}

function BulkResult({ state, sessionId }: { state: BulkMessageState; sessionId: string }) {
  if (state.status === 'refused') {
    return (
      <FormError title="Er zijn intussen mails bij gekomen." submission={state}>
        Er is niets veranderd. Kijk de lijst na en druk nog een keer.
      </FormError>
    )
  }
  if (state.status === 'cancelled') {
    return (
      <FormStatus tone={state.count > 0 ? 'good' : 'info'} title={cancelledMessage(state.count)} submission={state}>
        {state.count > 0 ? (
          <>
            Toch versturen? Dat kan bij{' '}
            <Link href={routes.messages(sessionId, { show: 'cancelled' })}>wat niet is verstuurd</Link>.
          </>
        ) : null}
      </FormStatus>
    )
  }
  if (state.status === 'resent') {
    const { sent, skipped } = state
    return (
      <FormStatus tone={sent > 0 ? 'good' : 'info'} title={resentMessage(sent)} submission={state}>
        {skipped > 0 ? skippedMessage(skipped) : null}
      </FormStatus>
    )
  }
  return null
}

const mailCount = (count: number) => `${count.toLocaleString('nl-NL')} mails`

const cancelLabel = (count: number) => (count === 1 ? 'Stop deze mail' : `Stop deze ${mailCount(count)}`)

const resendLabel = (count: number) =>
  count === 1 ? 'Stuur deze mail nog een keer' : `Stuur ${mailCount(count)} nog een keer`

function cancelledMessage(count: number): string {
  if (count === 0) return 'Er was niets meer te stoppen: alles is al weg, of gaat op dit moment weg.'
  return count === 1 ? '1 mail is gestopt.' : `${mailCount(count)} zijn gestopt.`
}

function resentMessage(count: number): string {
  if (count === 0) return 'Er ging niets nog een keer uit.'
  return count === 1 ? '1 mail gaat nog een keer uit.' : `${mailCount(count)} gaan nog een keer uit.`
}

const skippedMessage = (count: number) =>
  count === 1
    ? '1 mail had geen zin meer, bijvoorbeeld omdat iemand zich heeft afgemeld.'
    : `${mailCount(count)} hadden geen zin meer, bijvoorbeeld omdat iemand zich heeft afgemeld.`
