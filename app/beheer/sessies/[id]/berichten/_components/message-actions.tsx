'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { cancelReasonLabel } from '@/app/beheer/sessies/[id]/_components/message-copy'
import { FormError } from '@/components/form/form-error'
import { FormStatus } from '@/components/form/form-status'
import { ActionForm } from '@/components/form/submission/action-form'
import type { MessageCancelReason } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'
import styles from './message-actions.module.css'

/**
 * Numbers of mails that a bulk action cancelled or resent (`sent`). `skipped` is the number that may not be resent any
 * more.
 */
type BulkResult = { cancelled: number } | { sent: number; skipped: number }
export type BulkMessageState = FormState<null, never, 'list-changed', BulkResult>

type BulkProps = {
  action: FormAction<BulkMessageState>
  sessionId: string
  /** State of the listed mails. `waiting` mails can be cancelled; `failed` and `cancelled` mails can be resent. */
  show?: string
  /**
   * Number of mails on all pages of the filtered list that can be cancelled. `resendable` is the number that can be
   * resent.
   */
  cancellable: number
  resendable: number
}

/** Shows the button that cancels or resends all mails of the filtered list, and the result. */
export function BulkMessageActions({ action, sessionId, show, cancellable, resendable }: BulkProps) {
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
        <CancelledStatus count={result.cancelled} one="is gestopt." many="zijn gestopt." submission={state}>
          Toch versturen? Dat kan bij{' '}
          <Link href={routes.messages(sessionId, { show: 'cancelled' })}>wat niet is verstuurd</Link>.
        </CancelledStatus>
      ) : null}
      {result && 'sent' in result ? (
        <FormStatus tone={result.sent > 0 ? 'good' : 'info'} title={resentTitle(result.sent)} submission={state}>
          {result.skipped > 0
            ? `${mailCount(result.skipped, 'had', 'hadden')} geen zin meer, bijvoorbeeld omdat iemand zich heeft afgemeld.`
            : null}
        </FormStatus>
      ) : null}
      {canCancel || canResend ? (
        <ActionForm send={send} className={styles.actions}>
          <input type="hidden" name="expected" value={canCancel ? cancellable : resendable} />
          <FormButton intent={canCancel ? 'cancel' : 'resend'}>
            {canCancel ? cancelLabel(cancellable) : resendLabel(resendable)}
          </FormButton>
          {canResend ? (
            <Paragraph className={styles.note}>
              Wat je al regelde, of al een keer opnieuw stuurde, telt niet mee.
            </Paragraph>
          ) : null}
        </ActionForm>
      ) : null}
    </>
  )
}

/** Returns the number of mails followed by its verb, `one` or `many`: "1 mail had", "1.200 mails hadden". */
const mailCount = (count: number, one: string, many: string) =>
  count === 1 ? `1 mail ${one}` : `${count.toLocaleString('nl-NL')} mails ${many}`

const cancelLabel = (count: number) =>
  count === 1 ? 'Stop deze mail' : `Stop deze ${count.toLocaleString('nl-NL')} mails`
const resendLabel = (count: number) =>
  count === 1 ? 'Stuur deze mail nog een keer' : `Stuur ${count.toLocaleString('nl-NL')} mails nog een keer`
const resentTitle = (count: number) =>
  count === 0 ? 'Er ging niets nog een keer uit.' : `${mailCount(count, 'gaat', 'gaan')} nog een keer uit.`

type CancelledProps = { count: number; one: string; many: string; submission: unknown; children?: ReactNode }

/** Shows how many mails were cancelled, followed by the verb `one` or `many`. Hides the children when none were. */
function CancelledStatus({ count, one, many, submission, children }: CancelledProps) {
  const nothingCancelled = 'Er was niets meer te stoppen: alles is al weg, of gaat op dit moment weg.'
  return (
    <FormStatus
      tone={count > 0 ? 'good' : 'info'}
      title={count === 0 ? nothingCancelled : mailCount(count, one, many)}
      submission={submission}
    >
      {count > 0 ? children : null}
    </FormStatus>
  )
}

/** Shows the button that cancels the unsent mails of a custom message, and the result. */
export function CancelCustomMessage(props: { action: FormAction<BulkMessageState>; canCancel: boolean }) {
  const { state, send, result } = useFormAction(props.action, { values: null })
  return (
    <>
      {result && 'cancelled' in result ? (
        <CancelledStatus
          count={result.cancelled}
          one="is gestopt en gaat niet meer uit."
          many="zijn gestopt en gaan niet meer uit."
          submission={state}
        />
      ) : null}
      {props.canCancel ? (
        <ActionForm send={send} className={styles.actions}>
          <FormButton>Stop wat nog niet weg is</FormButton>
        </ActionForm>
      ) : null}
    </>
  )
}

const doneMessages = {
  cancel: 'De mail is gestopt en gaat niet meer uit.',
  resend: 'De mail gaat nog een keer uit. Hij staat bij de berichten.',
  dismiss: 'Geregeld. Deze mail staat niet meer bij de meldingen.',
}
const refusals = {
  'unknown-message': 'Deze mail is er niet meer.',
  'under-way': 'Deze mail is nog onderweg. Wacht tot hij is verstuurd of mislukt.',
  'once-only': 'Deze mail gaat maar één keer uit.',
  'not-failed': 'Deze mail is niet mislukt, of al geregeld.',
  'too-late': 'Stoppen kan niet meer: de mail is al weg, of gaat op dit moment weg.',
}
const isRefusal = (reason: string): reason is keyof typeof refusals => reason in refusals
type Refusal = keyof typeof refusals | MessageCancelReason
export type MessageActionState = FormState<null, never, Refusal, keyof typeof doneMessages>

type MessageProps = { action: FormAction<MessageActionState>; resendCount: number; children: ReactNode }

/** Shows the buttons (`children`) that cancel or resend a mail or dismiss its failure, and the result. */
export function MessageActions({ action, resendCount, children }: MessageProps) {
  const { state, send, refusal, result } = useFormAction(action, {
    values: null,
    describeRefusal: (reason) => ({
      title: 'Dat is niet gelukt.',
      text: isRefusal(reason)
        ? refusals[reason]
        : `Deze mail gaat niet nog een keer uit: ${cancelReasonLabel(reason)}.`,
    }),
  })
  const success = result && { title: doneMessages[result] }
  return (
    <>
      <FormFeedback pageTitle={null} refusal={refusal} success={success} submission={state} />
      <ActionForm send={send} className={styles.buttons}>
        <input type="hidden" name="times" value={resendCount} />
        {children}
      </ActionForm>
    </>
  )
}
