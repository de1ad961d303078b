import { failureCopies } from '@/app/beheer/_components/mail/failure-copy'
import type { MessageFailure, MessageState } from '@/lib/outbox/message-queries'
import type { MessageCancelReason } from '@/lib/outbox/schema'

const messageStateLabels: Record<MessageState, string> = {
  waiting: 'Gepland',
  retrying: 'Nog niet gelukt, we proberen het opnieuw',
  sent: 'Verstuurd',
  failed: 'Mislukt',
  cancelled: 'Niet verstuurd',
}

const cancelReasonLabels: Record<MessageCancelReason, string> = {
  stopped: 'iemand heeft hem gestopt',
  expired: 'het moment was voorbij',
  releaseSuperseded: 'er kwam een nieuwere versie',
  alreadyReleased: 'de link was er al',
  registrationGone: 'de aanmelding is er niet meer',
  erased: 'de naam en het adres zijn gewist',
  registrationCancelled: 'deze persoon heeft zich afgemeld',
  registrationRestored: 'deze persoon is weer aangemeld',
  noSeat: 'deze persoon heeft nog geen plek',
  hasSeat: 'deze persoon heeft al een plek',
  sessionCancelled: 'de kennissessie gaat niet door',
  sessionOver: 'de kennissessie was voorbij',
  sessionMoved: 'de kennissessie is verplaatst',
  deadlinesChanged: 'de vragentermijn is veranderd',
  switchedOff: 'deze mail is uitgezet',
  superseded: 'er kwam een nieuwere wijziging',
  linkSuperseded: 'de link erin werkte niet meer',
  accessEnded: 'deze collega heeft geen toegang meer',
  notNotified: 'iemand koos om hierover niet te mailen',
}

/** Returns why a mail was cancelled, as the end of a sentence: "de link was er al". `null` gives a general reason. */
export const cancelReasonLabel = (reason: MessageCancelReason | null) =>
  reason ? cancelReasonLabels[reason] : 'het was niet meer nodig'

type MessageStatus = {
  state: MessageState
  maybeDuplicate?: boolean
  cancelReason?: MessageCancelReason | null
  failure?: MessageFailure | null
}

/** Returns the state of a mail: "Verstuurd, mogelijk dubbel" or "Teruggekomen: dit adres bestaat niet". */
export function messageStateLabel(status: MessageStatus): string {
  const { state, maybeDuplicate = false } = status
  const label = `${status.failure?.isBounce ? 'Teruggekomen' : messageStateLabels[state]}${stateReason(status)}`
  if (!maybeDuplicate) return label
  return `${label}, ${state === 'sent' ? 'mogelijk dubbel' : 'misschien toch aangekomen'}`
}

function stateReason({ state, cancelReason = null, failure }: MessageStatus): string {
  if (state === 'cancelled') return `: ${cancelReasonLabel(cancelReason)}`
  return failure && failure.reason !== 'unclear' ? `: ${failureCopies[failure.reason].cause}` : ''
}
