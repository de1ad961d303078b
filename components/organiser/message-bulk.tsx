'use client'

import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import { Outcome } from '@/components/form/outcome'
import { Refused } from '@/components/form/refused'
import { routes } from '@/lib/platform/routes'
import styles from './message-details.module.css'

export type MessageBulkState =
  | { status: 'idle' }
  | { status: 'stopped'; count: number }
  | { status: 'sent-again'; sent: number; useless: number }
  | { status: 'refused' }

type Props = {
  action: (previous: MessageBulkState, form: FormData) => Promise<MessageBulkState>
  sessionId: string
  /** Which mails the list shows. */
  show: string | null
  /** How many of those can be stopped, and how many can go once more. */
  stop: number
  again: number
}

/** What can be done with all mails of a list at once: stop what is planned, send once more what failed or was stopped. */
export function MessageBulk({ action, sessionId, show, stop, again }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  const canStop = show === 'waiting' && stop > 0
  const canSend = (show === 'failed' || show === 'dropped') && again > 0
  return (
    <>
      <Told state={state} sessionId={sessionId} />
      {canStop || canSend ? (
        <form action={send} className={styles.actions}>
          <input type="hidden" name="expected" value={canStop ? stop : again} />
          <Button
            type="submit"
            name="press"
            value={canStop ? 'stop' : 'again'}
            appearance="secondary-action-button"
            aria-busy={pending || undefined}
          >
            {canStop ? stopInWords(stop) : againInWords(again)}
          </Button>
          {canSend ? (
            <Paragraph className={styles.note}>
              Wat je al regelde, of al een keer opnieuw stuurde, telt niet mee.
            </Paragraph>
          ) : null}
        </form>
      ) : null}
    </>
  )
}

function Told({ state, sessionId }: { state: MessageBulkState; sessionId: string }) {
  if (state.status === 'refused') {
    return (
      <Refused lead="Er zijn intussen mails bij gekomen." sending={state}>
        Er is niets veranderd. Kijk de lijst na en druk nog een keer.
      </Refused>
    )
  }
  if (state.status === 'stopped') {
    return (
      <Outcome tone={state.count > 0 ? 'good' : 'info'} lead={stoppedInWords(state.count)} sending={state}>
        {state.count > 0 ? (
          <>
            Toch versturen? Dat kan bij{' '}
            <Link href={routes.messages(sessionId, { show: 'dropped' })}>wat niet is verstuurd</Link>.
          </>
        ) : null}
      </Outcome>
    )
  }
  if (state.status === 'sent-again') {
    const { sent, useless } = state
    return (
      <Outcome tone={sent > 0 ? 'good' : 'info'} lead={sentInWords(sent)} sending={state}>
        {useless > 0 ? uselessInWords(useless) : null}
      </Outcome>
    )
  }
  return null
}

const many = (count: number) => `${count.toLocaleString('nl-NL')} mails`

const stopInWords = (count: number) => (count === 1 ? 'Stop deze mail' : `Stop deze ${many(count)}`)

const againInWords = (count: number) =>
  count === 1 ? 'Stuur deze mail nog een keer' : `Stuur ${many(count)} nog een keer`

function stoppedInWords(count: number): string {
  if (count === 0) return 'Er was niets meer te stoppen: alles is al weg, of gaat op dit moment weg.'
  return count === 1 ? '1 mail is gestopt.' : `${many(count)} zijn gestopt.`
}

function sentInWords(count: number): string {
  if (count === 0) return 'Er ging niets nog een keer uit.'
  return count === 1 ? '1 mail gaat nog een keer uit.' : `${many(count)} gaan nog een keer uit.`
}

const uselessInWords = (count: number) =>
  count === 1
    ? '1 mail had geen zin meer, bijvoorbeeld omdat iemand zich heeft afgemeld.'
    : `${many(count)} hadden geen zin meer, bijvoorbeeld omdat iemand zich heeft afgemeld.`
