import { Link } from '@utrecht/component-library-react'
import { Callout } from '@/components/ui/callout'
import { DateTime } from '@/components/ui/text/date-time'
import {
  getBounceMailboxFailure,
  getMailPause,
  getOldestUnsentAt,
  type listFailedMail,
} from '@/lib/outbox/delivery-health'
import { routes } from '@/lib/platform/routes'
import { bounceMailboxProblem } from './bounce-mailbox-copy'
import { failedMailTitle, refusedMailAdvice, uncertainMailNote } from './mail-health-copy'
import { pauseCopy } from './mail-pause-copy'

/** A mail that is unsent for longer than this is late: mail normally leaves within seconds. */
const lateAfterMinutes = 5

/** Warns that mail does not leave, or that the mailbox with bounces cannot be read. Renders nothing otherwise. */
export const MailHealth = ({ now }: { now: Date }) => (
  <>
    <OutboxHealth now={now} />
    <BounceMailboxHealth />
  </>
)

async function BounceMailboxHealth() {
  const failure = await getBounceMailboxFailure()
  if (!failure) return null
  return (
    <Callout title="De site ziet niet welke mails terugkomen.">
      Sinds <DateTime value={failure.since} />: {bounceMailboxProblem(failure.reason)}. Mail versturen gaat gewoon door.
      Vraag degene die de site beheert om BOUNCE_IMAP_URL na te kijken.
    </Callout>
  )
}

/** Warns that mail delivery is paused or that unsent mail is late. */
async function OutboxHealth({ now }: { now: Date }) {
  const [pause, unsentSince] = await Promise.all([getMailPause(), getOldestUnsentAt()])
  if (pause) {
    const { cause, remedy } = pauseCopy(pause.reason)
    return (
      <Callout tone="alarm" title="De mail staat stil.">
        {cause}, sinds <DateTime value={pause.since} />. Er gaat niets verloren: zodra het weer lukt, gaat alles vanzelf
        uit. Duurt het lang? Geef dit dan door aan degene die de site beheert: {remedy}
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
  return failed.map(({ sessionId, title, count, uncertain, answer, answers }) => (
    <Callout key={sessionId} tone="alarm" title={failedMailTitle(count, uncertain)}>
      Het gaat om {title}.{' '}
      {answer ? (
        <>
          {answers > 1 ? 'De melding was meestal' : 'De melding was'}: “{answer}”.{' '}
        </>
      ) : null}
      <Link href={routes.messages(sessionId, { show: 'failed' })}>Kijk wie het zijn</Link>.{' '}
      {uncertain < count ? refusedMailAdvice : null} {uncertain > 0 ? uncertainMailNote(uncertain) : null}
    </Callout>
  ))
}
