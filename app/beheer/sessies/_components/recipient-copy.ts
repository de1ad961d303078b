/** "1 persoon", "312 mensen". */
export const peopleCount = (count: number) => (count === 1 ? '1 persoon' : `${count.toLocaleString('nl-NL')} mensen`)

/** "312 mensen krijgen deze mail", the beginning or the whole of a sentence. */
export const mailRecipientsSentence = (count: number) =>
  `${peopleCount(count)} ${count === 1 ? 'krijgt' : 'krijgen'} deze mail`

/** Says how many of the recipients are waitlisted. */
export const waitlistedAmongThem = (waitlisted: number) =>
  waitlisted === 1
    ? 'Van hen staat 1 persoon op de wachtlijst.'
    : `Van hen staan ${peopleCount(waitlisted)} op de wachtlijst.`

/** Why a preview is shown again before its mails are sent. */
export const stalePreviewMessages = {
  edited: 'Je hebt nog iets veranderd, dus er is niets verstuurd. Kijk nog een keer.',
  'recipients-changed': 'Er kwam net iemand bij of er ging iemand af, dus er is niets verstuurd. Kijk nog een keer.',
} as const
