const inDutch = (count: number) => count.toLocaleString('nl-NL')

/** Returns the title for `count` failed mails, of which `uncertain` may have arrived. */
export function failedMailTitle(count: number, uncertain: number): string {
  const mails = count === 1 ? '1 mail is' : `${inDutch(count)} mails zijn`
  return `${mails} ${uncertain === count ? 'misschien niet' : 'niet'} aangekomen.`
}

/**
 * Returns an explanation of the `uncertain` mails: the SMTP server took them but never confirmed. The site stopped
 * sending them, because each attempt may have delivered the mail.
 */
export const uncertainMailNote = (uncertain: number) =>
  `${uncertain === 1 ? 'Eén mail is' : `${inDutch(uncertain)} mails zijn`} misschien toch aangekomen, soms meer dan een ` +
  'keer: de mailserver nam de mail aan, maar bevestigde dat niet. Daarom stuurt de site die niet nog een keer. Vraag na of ' +
  'de mail er is, en laat de mailserver nakijken.'

export const refusedMailAdvice =
  'Klopt het adres? Stuur de mail dan nog een keer. Klopt het niet? Zoek dan op een andere manier contact, en zeg bij de ' +
  'mail dat het geregeld is.'
