import { Callout } from '@/components/ui/callout'
import { DateTime } from '@/components/ui/text/date-time'
import { getMailPause, getOldestUnsentAt } from '@/lib/outbox/delivery-health'
import type { PauseReason } from '@/lib/outbox/retry-policy'

/** A mail that waits longer than this is late: a confirmation goes out within seconds. */
const lateAfterMinutes = 5

const causes: Record<string, string> = {
  'login-refused': 'De mailserver weigert de inlog van de site',
  'sender-refused': 'De mailserver weigert het afzenderadres van de site',
  'server-unreachable': 'De mailserver is niet te bereiken',
  'mail-folder': 'De site kan geen mail opslaan in de map voor mail',
} satisfies Record<PauseReason, string>

/** Warns of undelivered or paused mail. Renders nothing when mail is healthy. */
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
