import { Link } from '@utrecht/component-library-react'
import { Callout } from '@/components/ui/callout'
import { DateTime } from '@/components/ui/text/date-time'
import { getMailPause, getOldestUnsentAt, type listFailedMail } from '@/lib/outbox/delivery-health'
import type { PauseReason } from '@/lib/outbox/retry-policy'
import { routes } from '@/lib/platform/routes'

/** A mail that is unsent for longer than this is late: mail normally leaves within seconds. */
const lateAfterMinutes = 5

const causes: Record<string, string> = {
  'login-refused': 'De mailserver weigert de inlog van de site',
  'sender-refused': 'De mailserver weigert het afzenderadres van de site',
  'server-unreachable': 'De mailserver is niet te bereiken',
  'mail-folder': 'De site kan geen mail opslaan in de map voor mail',
} satisfies Record<PauseReason, string>

/** Warns that mail delivery is paused or that unsent mail is late. Renders nothing otherwise. */
export async function MailHealth({ now }: { now: Date }) {
  const [pause, unsentSince] = await Promise.all([getMailPause(), getOldestUnsentAt()])
  if (pause) {
    return (
      <Callout tone="alarm" title="De mail staat stil.">
        {causes[pause.reason] ?? 'Mail versturen lukt niet'}, sinds <DateTime value={pause.since} />. Er gaat niets
        verloren: zodra het weer lukt, gaat alles vanzelf uit. Duurt het lang? Laat degene die de site beheert dan de
        instellingen voor mail nakijken.
      </Callout>
    )
  }
  if (!unsentSince || now.getTime() - unsentSince.getTime() <= lateAfterMinutes * 60_000) return null
  return (
    <Callout tone="alarm" title="Er wacht mail die nog niet verstuurd is.">
      De oudste wacht sinds <DateTime value={unsentSince} />. De site blijft het proberen. Duurt het lang? Laat de
      beheerder van de site dan de mailserver nakijken.
    </Callout>
  )
}

/** Shows for each session how many mails failed, the SMTP server's answer, and what the organiser can do. */
export function FailedMailCallouts({ failed }: { failed: Awaited<ReturnType<typeof listFailedMail>> }) {
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
