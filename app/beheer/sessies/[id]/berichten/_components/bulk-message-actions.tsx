'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { FormError } from '@/components/form/form-error'
import { FormStatus } from '@/components/form/form-status'
import { routes } from '@/lib/platform/routes'
import styles from './message-actions.module.css'

type BulkResult = { cancelled: number } | { sent: number; skipped: number }
export type BulkMessageState = FormState<null, never, 'list-changed', BulkResult>

type Props = {
  action: FormAction<BulkMessageState>
  sessionId: string
  /** State of the listed mails. */
  show?: string
  /** Number of listed mails that can be cancelled, and that can be resent. */
  cancellable: number
  resendable: number
}

/** Cancels or resends all mails of a list. */
export function BulkMessageActions({ action, sessionId, show, cancellable, resendable }: Props) {
  const { state, send, result } = useFormAction(action, { values: null })
  const canCancel = show === 'waiting' && cancellable > 0
  const canResend = (show === 'failed' || show === 'cancelled') && resendable > 0
  return (
    <>
      {state.status === 'refused' ? (
        <FormError title="Er zijn intussen mails bij gekomen." submission={state}>
          Er is niets veranderd. Kijk de lijst na en druk nog een keer.
        </FormError>
      ) : null}
      {result && 'cancelled' in result ? (
        <FormStatus
          tone={result.cancelled > 0 ? 'good' : 'info'}
          title={cancelledMessage(result.cancelled)}
          submission={state}
        >
          {result.cancelled > 0 ? (
            <>
              Toch versturen? Dat kan bij{' '}
              <Link href={routes.messages(sessionId, { show: 'cancelled' })}>wat niet is verstuurd</Link>.
            </>
          ) : null}
        </FormStatus>
      ) : null}
      {result && 'sent' in result ? (
        <FormStatus tone={result.sent > 0 ? 'good' : 'info'} title={resentMessage(result.sent)} submission={state}>
          {result.skipped > 0 ? skippedMessage(result.skipped) : null}
        </FormStatus>
      ) : null}
      {canCancel || canResend ? (
        <form action={send} className={styles.actions}>
          <input type="hidden" name="expected" value={canCancel ? cancellable : resendable} />
          <FormButton intent={canCancel ? 'cancel' : 'resend'}>
            {canCancel ? cancelLabel(cancellable) : resendLabel(resendable)}
          </FormButton>
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

const nothingCancelled = 'Er was niets meer te stoppen: alles is al weg, of gaat op dit moment weg.'
const mailCount = (count: number) => `${count.toLocaleString('nl-NL')} mails`

const cancelLabel = (count: number) => (count === 1 ? 'Stop deze mail' : `Stop deze ${mailCount(count)}`)

const resendLabel = (count: number) =>
  count === 1 ? 'Stuur deze mail nog een keer' : `Stuur ${mailCount(count)} nog een keer`

function cancelledMessage(count: number): string {
  if (count === 0) return nothingCancelled
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

/** `cancelled`: number of mails. */
export type CancelCustomMessageState = FormState<null, never, never, { cancelled: number }>

/** Cancels the mails of a custom message that are not sent yet. */
export function CancelCustomMessage(props: { action: FormAction<CancelCustomMessageState>; canCancel: boolean }) {
  const { state, send, result } = useFormAction(props.action, { values: null })
  return (
    <>
      {result ? (
        <FormStatus
          tone={result.cancelled > 0 ? 'good' : 'info'}
          title={cancelledSentence(result.cancelled)}
          submission={state}
        />
      ) : null}
      {props.canCancel ? (
        <form action={send} className={styles.actions}>
          <FormButton>Stop wat nog niet weg is</FormButton>
        </form>
      ) : null}
    </>
  )
}

function cancelledSentence(count: number): string {
  if (count === 0) return nothingCancelled
  return count === 1
    ? '1 mail is gestopt en gaat niet meer uit.'
    : `${mailCount(count)} zijn gestopt en gaan niet meer uit.`
}
