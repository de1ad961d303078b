import type { FailureReason } from '@/lib/outbox/bounces/failure-reason'

type FailureCopy = {
  /** Why the mail did not arrive, as the end of a sentence after a colon. */
  cause: string
  /** What the organiser can do. */
  remedy: string
}

const correctAddress =
  'Zoek het goede adres, bijvoorbeeld door te bellen. Verander het bij de aanmelding, en stuur de mail dan nog een keer.'

/** Maps the reason why a mail did not arrive to what happened and what an organiser can do. */
export const failureCopies: Record<FailureReason, FailureCopy> = {
  'unknown-address': { cause: 'dit adres bestaat niet', remedy: correctAddress },
  'unknown-domain': { cause: 'het deel achter de @ klopt niet, of krijgt geen mail', remedy: correctAddress },
  'mailbox-closed': { cause: 'dit postvak is gesloten', remedy: correctAddress },
  'mailbox-full': {
    cause: 'het postvak is vol',
    remedy:
      'Laat het de ontvanger weten, bijvoorbeeld door te bellen. Is er weer plaats? Stuur de mail dan nog een keer.',
  },
  'too-large': {
    cause: 'de mail is te groot voor dit postvak',
    remedy: 'Maak de tekst korter, of zoek op een andere manier contact.',
  },
  refused: {
    cause: 'de mailserver van de ontvanger laat deze mail niet toe',
    remedy:
      'Vraag de ontvanger om mail van deze site toe te laten, bijvoorbeeld via de eigen ICT-afdeling, of om een ander adres. ' +
      'Stuur de mail dan nog een keer.',
  },
  unreachable: {
    cause: 'de mailserver van de ontvanger was te lang niet te bereiken',
    remedy: 'Klopt het deel achter de @? Stuur de mail dan later nog een keer. Klopt het niet? Verander dan het adres.',
  },
  site: {
    cause: 'de mailserver van de site mocht hem niet versturen',
    remedy:
      'Het ligt niet aan het adres. Geef het antwoord van de mailserver door aan degene die de site beheert. Is het ' +
      'opgelost? Stuur de mail dan nog een keer.',
  },
  unclear: {
    cause: 'de reden is niet duidelijk',
    remedy:
      'Klopt het adres? Stuur de mail dan nog een keer. Klopt het niet? Verander het dan bij de aanmelding, of zoek op een ' +
      'andere manier contact.',
  },
}
