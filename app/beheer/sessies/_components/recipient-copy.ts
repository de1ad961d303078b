/** Returns "1 persoon" or "312 mensen". */
export const peopleCount = (count: number) => (count === 1 ? '1 persoon' : `${count.toLocaleString('nl-NL')} mensen`)

/** Returns "312 mensen krijgen deze mail", without a full stop. */
export const mailRecipientsSentence = (count: number) =>
  `${peopleCount(count)} ${count === 1 ? 'krijgt' : 'krijgen'} deze mail`

/** Returns "Van hen staan 5 mensen op de wachtlijst.", to follow the total number of people. */
export const waitlistedAmongThem = (waitlisted: number) =>
  waitlisted === 1
    ? 'Van hen staat 1 persoon op de wachtlijst.'
    : `Van hen staan ${peopleCount(waitlisted)} op de wachtlijst.`

/** Maps each reason to show a preview again, instead of sending the mails, to its message. */
export const stalePreviewMessages = {
  edited: 'Je hebt nog iets veranderd, dus er is niets verstuurd. Kijk nog een keer.',
  'recipients-changed': 'Er kwam net iemand bij of er ging iemand af, dus er is niets verstuurd. Kijk nog een keer.',
} as const
