import { Link } from '@utrecht/component-library-react'
import { Callout } from '@/components/ui/callout'
import { routes } from '@/lib/platform/routes'

type FailedMail = {
  sessionId: string
  title: string
  count: number
  /** What the mail server said most often, and how many different things it said. */
  answer: string | null
  answers: number
}

/** Says in red words, for each kennissessie, how much mail did not arrive, why, and what to do; nothing when all did. */
export function FailedMailCallouts({ failed }: { failed: FailedMail[] }) {
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
