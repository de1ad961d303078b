import type { ParticipantMail } from './participant-mail'
import type { QuestionStatus } from './question-status'
import type { RegistrationDetails } from './registration-details'

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

export const sampleMailWithoutCancelLink = { ...sampleMail, selfServiceLinks: { url: selfServiceUrl, cancelUrl: null } }

export const sampleOnWaitlist = { hasSeat: false, release: null }

export const sampleClosesAt = new Date('2022-10-31T23:00:00Z')

export const sampleQuestion =
  'Hoe houden we rekening met alle factoren,\nzonder terug te vallen in beleid voor doelgroepen?'

export const sampleQuestionStatus = { hasQuestion: true, askedBeforeDeadline: true, textAtDeadline: null }

/** Fields of every mail about an organiser's account. */
export const sampleAccount = {
  name: 'Noor Voorbeeld',
  contact: { name: 'Voorbeeld Organisator', address: 'organisator@example.nl' },
}

export const sampleRegistration: RegistrationDetails & QuestionStatus = {
  ...sampleQuestionStatus,
  name: 'Sam Voorbeeld',
  email: 'sam.voorbeeld@example.nl',
  workplace: { label: 'Gemeente', name: "Den Haag ('s-Gravenhage)" },
  role: 'Beleidsadviseur sociaal domein',
  answers: [
    {
      question: 'Waar staat jouw gemeente nu met inclusief beleid?',
      text: 'We hebben een plan.\nHet leeft nog niet bij alle afdelingen.',
    },
    {
      question: 'Welke vraag wil je in de kennissessie behandeld zien?',
      text: 'Hoe houden we rekening met alle factoren, zonder terug te vallen in beleid voor doelgroepen?',
    },
    {
      question: 'Wat heb je al geprobeerd, en wat maakt het lastig?',
      text: 'Een werkgroep met collega’s van vier afdelingen. Iedereen is enthousiast, maar niemand heeft tijd.',
    },
  ],
  contactWish: 'phone',
  phone: '06 12345678',
  needs: 'Ondertiteling',
}
