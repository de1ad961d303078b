import { Link } from '@utrecht/component-library-react'
import { Callout } from '@/components/ui/callout'
import type { listFailedMail } from '@/lib/outbox/delivery-health'
import { routes } from '@/lib/platform/routes'

type Props = { failed: Awaited<ReturnType<typeof listFailedMail>> }

/** For each session: how much mail failed, why, and what to do. */
export function FailedMailCallouts({ failed }: Props) {
  return failed.map(({ sessionId, title, count, answer, answers }) => (
    <Callout
      key={sessionId}
      tone="alarm"
      title={
        count === 1 ? '1 mail is niet aangekomen.' : `${count.toLocaleString('nl-NL')} mails zijn niet aangekomen.`
      }
    >
      Het gaat om {title}.{' '}
      {answer ? (
        <>
          {answers > 1 ? 'De melding was meestal' : 'De melding was'}: “{answer}”.{' '}
        </>
      ) : null}
      <Link href={routes.messages(sessionId, { show: 'failed' })}>Kijk wie het zijn</Link>. Klopt het adres? Stuur de
      mail dan nog een keer. Klopt het niet? Zoek dan op een andere manier contact, en zeg bij de mail dat het geregeld
      is.
    </Callout>
  ))
}
