import type { PlaceholderValues } from './prose'
import type { SelfServiceLinks } from './self-service-links'

/** What every mail to a participant needs. */
export type ParticipantMail = {
  /** Subject and text as the organiser adapted them, or the standard ones of the mail. */
  subject: string
  text: string
  values: PlaceholderValues
  session: { title: string; startsAt: Date; endsAt: Date }
  contact: { name: string; address: string }
  /** Of the session's page. */
  url: string
  /** False for who waits for one. */
  hasSeat: boolean
  selfServiceLinks: SelfServiceLinks
  /** For who has a place, after the release: the agenda (Markdown) and the reader's own link. */
  release: { agenda: string; takePartUrl: string } | null
}

/** Of who asked nothing that is treated (`hasQuestion`), nothing is said about a question. */
export type QuestionStatus = {
  hasQuestion: boolean
  askedBeforeDeadline: boolean
  /** What the reader asked in time, when they asked something else in its place later. */
  textAtDeadline: string | null
}

/** Of who changed a question after the question deadline. */
export const questionChangedLate =
  'Je veranderde je vraag na de vragentermijn. Wat je op tijd vroeg, komt zeker aan bod. De nieuwe vraag behandelen we als dat lukt, maar beloven kunnen we het niet.'
/** The same of who has no place yet. */
export const questionChangedLateWaitlisted =
  'Je veranderde je vraag na de vragentermijn. Krijg je een plek, dan komt wat je op tijd vroeg zeker aan bod. De nieuwe vraag behandelen we als dat lukt.'

/** The words of a mail that an organiser can change, with placeholders. */
export type MailTemplate = { subject: string; text: string }

const selfServiceUrl = 'https://aanmelden.example.nl/aanmelding/voorbeeld'

export const sampleMail = {
  values: {
    naam: 'Sam Voorbeeld',
    gemeente: "Den Haag ('s-Gravenhage)",
    kennissessie: '‘Aan de slag gaan en blijven met inclusief gemeentebeleid’',
    datum: 'dinsdag 8 november 2022',
    tijd: '15.00 tot 16.30 uur',
    organisator: 'Movisie',
    contact: 'Lotte Kronenburg',
  },
  session: {
    title: 'Kennissessie: aan de slag gaan en blijven met inclusief gemeentebeleid',
    startsAt: new Date('2022-11-08T14:00:00Z'),
    endsAt: new Date('2022-11-08T15:30:00Z'),
  },
  contact: { name: 'Lotte Kronenburg', address: 'l.kronenburg@movisie.nl' },
  url: 'https://aanmelden.example.nl/sessies/aan-de-slag',
  hasSeat: true,
  selfServiceLinks: { url: selfServiceUrl, cancelUrl: `${selfServiceUrl}/afmelden` },
  release: {
    agenda: '- 15.00 uur: welkom\n- 15.10 uur: **jullie vragen over draagvlak**\n- 16.20 uur: wat neem je mee?',
    takePartUrl: 'https://aanmelden.example.nl/deelnemen/voorbeeld',
  },
} satisfies Omit<ParticipantMail, 'subject' | 'text'>

/** The same for a mail after which there is nothing to cancel. */
export const sampleMailWithoutCancelLink = { ...sampleMail, selfServiceLinks: { url: selfServiceUrl, cancelUrl: null } }
