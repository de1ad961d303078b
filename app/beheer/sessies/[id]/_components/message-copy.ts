import type { SessionKind } from '@/lib/notifications/schema'
import type { MessageState } from '@/lib/outbox/retry-policy'

const mailKindLabels: Record<SessionKind, string> = {
  confirmation: 'Bevestiging van de aanmelding',
  'waiting-list': 'Je staat op de wachtlijst',
  'place-offered': 'Er is een plek voor je',
  'offer-expired': 'De aangeboden plek is vervallen',
  'already-registered': 'Je was al aangemeld',
  release: 'Link en agenda',
  changed: 'Er is iets veranderd',
  'reminder-week': 'Herinnering: over een week',
  'reminder-day': 'Herinnering: morgen',
  'reminder-hour': 'Herinnering: over een uur',
  'session-cancelled': 'De kennissessie gaat niet door',
  'registration-changed': 'Je aanmelding is gewijzigd',
  'registration-cancelled': 'Je bent afgemeld',
  'handed-over': 'Je plek is doorgegeven',
  'lost-link': 'Jouw link, opnieuw gevraagd',
  thanks: 'Dank je wel, achteraf',
  clarification: 'Vraag om toelichting',
  outcome: 'Wat er met de vraag is gedaan',
  letter: 'Eigen bericht',
  'question-deadline': 'Aan jullie: de vragentermijn sluit bijna',
  test: 'Testmail aan jezelf',
  'address-confirm': 'Bevestig je nieuwe e-mailadres',
  'address-changed': 'Je e-mailadres is gewijzigd',
}

/** What a mail is about. */
export const mailKindLabel = (kind: string) => mailKindLabels[kind as SessionKind] ?? kind

const messageStateLabels: Record<MessageState, string> = {
  waiting: 'Gepland',
  retrying: 'Nog niet gelukt, we proberen het opnieuw',
  sent: 'Verstuurd',
  failed: 'Mislukt',
  cancelled: 'Niet verstuurd',
}

const cancelReasonLabels: Record<string, string> = {
  stopped: 'iemand heeft hem gestopt',
  expired: 'het moment was voorbij',
  'release-superseded': 'er kwam een nieuwere versie',
  'already-released': 'de link was er al',
  'registration-gone': 'de aanmelding is er niet meer',
  erased: 'de naam en het adres zijn gewist',
  'registration-cancelled': 'deze persoon heeft zich afgemeld',
  'registration-restored': 'deze persoon is weer aangemeld',
  'no-seat': 'deze persoon heeft nog geen plek',
  'has-seat': 'deze persoon heeft al een plek',
  'session-cancelled': 'de kennissessie gaat niet door',
  'session-over': 'de kennissessie was voorbij',
  'session-moved': 'de kennissessie is verplaatst',
  'deadlines-changed': 'de vragentermijn is veranderd',
  'switched-off': 'deze mail is uitgezet',
  superseded: 'er kwam een nieuwere wijziging',
  'link-superseded': 'de link erin werkte niet meer',
  'access-ended': 'deze collega heeft geen toegang meer',
  'not-notified': 'iemand koos om hierover niet te mailen',
}

/** Why a mail does not go out, as the end of a sentence. */
export const cancelReasonLabel = (reason: string | null) =>
  cancelReasonLabels[reason ?? ''] ?? 'het was niet meer nodig'

type MessageStatus = { state: MessageState; maybeDuplicate?: boolean; cancelReason?: string | null }

/** How a mail stands: "Verstuurd, mogelijk dubbel", "Niet verstuurd: de kennissessie was voorbij". */
export function messageStateLabel({ state, maybeDuplicate = false, cancelReason = null }: MessageStatus): string {
  const label =
    state === 'cancelled'
      ? `${messageStateLabels.cancelled}: ${cancelReasonLabel(cancelReason)}`
      : messageStateLabels[state]
  if (!maybeDuplicate) return label
  return `${label}, ${state === 'sent' ? 'mogelijk dubbel' : 'misschien toch aangekomen'}`
}
