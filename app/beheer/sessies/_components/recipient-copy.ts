import type { AffectedCounts } from '@/lib/notifications/queries'

/** Returns "1 persoon" or "312 mensen". */
export const peopleCount = (count: number) => (count === 1 ? '1 persoon' : `${count.toLocaleString('nl-NL')} mensen`)

/** Returns "312 mensen krijgen deze mail", without a full stop. */
export const mailRecipientsSentence = (count: number) =>
  `${peopleCount(count)} ${count === 1 ? 'krijgt' : 'krijgen'} deze mail`

/** Returns "4 mensen zijn aangemeld en 2 mensen staan op de wachtlijst", without a full stop. Leaves out zeros. */
export function registeredSentence({ signedUp, offered, waitlisted }: AffectedCounts): string {
  const parts = [
    { count: signedUp, one: 'is aangemeld', many: 'zijn aangemeld' },
    { count: offered, one: 'heeft een plek aangeboden gekregen', many: 'hebben een plek aangeboden gekregen' },
    { count: waitlisted, one: 'staat op de wachtlijst', many: 'staan op de wachtlijst' },
  ]
  const texts = parts.flatMap(({ count, one, many }) =>
    count > 0 ? [`${peopleCount(count)} ${count === 1 ? one : many}`] : [],
  )
  return texts.length > 0 ? new Intl.ListFormat('nl-NL').format(texts) : 'Niemand is aangemeld'
}

/** Maps each reason to show a preview again, instead of sending the mails, to its message. */
export const stalePreviewMessages = {
  edited: 'Je hebt nog iets veranderd, dus er is niets verstuurd. Kijk nog een keer.',
  'recipients-changed': 'Er kwam net iemand bij of er ging iemand af, dus er is niets verstuurd. Kijk nog een keer.',
} as const
