import { createElement, type ReactElement } from 'react'
import type { ParticipantMail, ParticipantTemplate } from './participant-mail'
import { fillPlaceholders } from './placeholders'

export type Sample = { subject: string; body: ReactElement }

/** Exports of a module with a mail whose text organisers cannot override. `sample` is its data in previews. */
export type FixedTemplate<Props> = {
  default: (props: Props) => ReactElement
  subjectOf: (props: Props) => string
  sample: Props
}

const selfServiceUrl = 'https://aanmelden.example.nl/aanmelding/voorbeeld'

export const sampleMail: ParticipantMail = {
  subject: '',
  text: '',
  now: new Date('2022-10-17T12:00:00Z'),
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
    startsAt: new Date('2022-11-08T14:00:00Z'),
    endsAt: new Date('2022-11-08T15:30:00Z'),
    registrationClosesAt: new Date('2022-10-31T23:00:00Z'),
    cancelledAt: null,
    cancelReason: 'Een van de sprekers is ziek geworden. We zoeken een nieuwe datum.',
    notificationSettings: {
      materials:
        '- [De presentatie](https://example.nl/presentatie)\n- [Het stappenplan](https://example.nl/stappenplan)',
      evaluationUrl: 'https://example.nl/evaluatie',
      notifyWaitlist: true,
    },
  },
  contact: { name: 'Lotte Kronenburg', address: 'l.kronenburg@movisie.nl' },
  url: 'https://aanmelden.example.nl/sessies/aan-de-slag',
  selfServiceUrl,
  cancelUrl: `${selfServiceUrl}/afmelden`,
  takeSeatUrl: 'https://aanmelden.example.nl/plek/voorbeeld',
  otherColleagueUrl: 'https://aanmelden.example.nl/andere-collega/voorbeeld',
  pending: [
    { name: 'Kim Voorbeeld', role: 'Adviseur', workplace: 'Utrecht', createdAt: new Date('2022-10-17T11:00:00Z') },
  ],
  release: {
    agenda: '- 15.00 uur: welkom\n- 15.10 uur: **jullie vragen over draagvlak**\n- 16.20 uur: wat neem je mee?',
    takePartUrl: 'https://aanmelden.example.nl/deelnemen/voorbeeld',
  },
  hasSeat: true,
  cancelledAt: null,
  createdAt: new Date('2022-10-03T09:12:00Z'),
  offerExpiresAt: new Date('2022-10-21T09:12:00Z'),
  name: 'Sam Voorbeeld',
  email: 'sam.voorbeeld@example.nl',
  municipalityCode: 'GM0518',
  role: 'Beleidsadviseur sociaal domein',
  contactWish: 'phone',
  phone: '06 12345678',
  needs: 'Ondertiteling',
  answers: [
    {
      question: { label: 'Waar staat jouw gemeente nu met inclusief beleid?' },
      text: 'We hebben een plan.\nHet leeft nog niet bij alle afdelingen.',
    },
    {
      question: { label: 'Welke vraag wil je in de kennissessie behandeld zien?' },
      text: 'Hoe houden we rekening met alle factoren, zonder terug te vallen in beleid voor doelgroepen?',
    },
    {
      question: { label: 'Wat heb je al geprobeerd, en wat maakt het lastig?' },
      text: 'Een werkgroep met collega’s van vier afdelingen. Iedereen is enthousiast, maar niemand heeft tijd.',
    },
  ],
  askedBeforeDeadline: true,
  agendaQuestion: {
    text: 'Hoe houden we rekening met alle factoren,\nzonder terug te vallen in beleid voor doelgroepen?',
    textAtDeadline: null,
    triage: null,
  },
  transferredFrom: null,
  before: { startsAt: new Date('2022-11-01T14:00:00Z'), endsAt: new Date('2022-11-01T15:30:00Z') },
  details: { linkChanged: true, agendaChanged: true, ask: 'Over welke factoren gaat het bij jullie?' },
}

export const sampleOnWaitlist = { hasSeat: false, release: null }

/** Changes of `sampleMail` for a transferred registration. A transfer clears contact wish, phone number and needs. */
export const sampleTransfer = {
  transferredFrom: 'Robin Voorbeeld',
  contactWish: 'none',
  phone: null,
  needs: null,
} as const

export const afterRegistrationClosed = { now: sampleMail.session.registrationClosesAt }

/** Returns a change of `sampleMail` that replaces parts of its agenda question. */
export const sampleQuestion = (changes: Partial<NonNullable<ParticipantMail['agendaQuestion']>>) => ({
  agendaQuestion: { text: sampleMail.agendaQuestion?.text ?? '', textAtDeadline: null, triage: null, ...changes },
})

/** Sample values of the fields that every mail about an organiser's account has. */
export const sampleAccount = {
  name: 'Noor Voorbeeld',
  contact: { name: 'Voorbeeld Organisator', address: 'organisator@example.nl' },
}

/** Returns the only preview of a mail without variants, under the variant name ''. */
export const fixedSample = <Props extends object>({ default: Mail, subjectOf, sample }: FixedTemplate<Props>) => ({
  '': { subject: subjectOf(sample), body: createElement(Mail, sample) },
})

/** Returns a mail filled with its sample data, for previews. `changes` replaces parts of that data. */
export function sampleOf(
  { default: Mail, defaultTemplate, sample }: ParticipantTemplate,
  changes: Partial<ParticipantMail> = {},
): Sample {
  const mail = { ...sampleMail, ...defaultTemplate, ...sample, ...changes }
  return { subject: fillPlaceholders(mail.subject, mail.values), body: createElement(Mail, mail) }
}
