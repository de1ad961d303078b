import { LabelledAnswer, SectionHeading } from './blocks'

/** What is kept of somebody: sent with the form, or written down by an organiser. */
export type RegistrationDetails = {
  name: string
  email: string
  workplace: { label: 'Gemeente' | 'Organisatie'; name: string }
  role: string
  answers: { question: string; text: string }[]
  contactWish: 'email' | 'phone' | 'none'
  phone: string | null
  needs: string | null
}

/** All of it back, each under its label. Whoever filled it in: an organiser may have done so, or changed it. */
export function RegistrationSummary(props: RegistrationDetails) {
  return (
    <>
      <SectionHeading>Dit staat in je aanmelding</SectionHeading>
      {summaryFields(props).map(({ label, text }) => (
        <LabelledAnswer key={label} label={label} text={text} />
      ))}
    </>
  )
}

function summaryFields({ name, email, workplace, role, answers, contactWish, phone, needs }: RegistrationDetails) {
  const wish = { email: 'Ja, per mail', phone: `Ja, per telefoon: ${phone ?? ''}`, none: 'Nee' }[contactWish]
  return [
    { label: 'Naam', text: name },
    { label: 'E-mailadres', text: email },
    { label: workplace.label, text: workplace.name },
    { label: 'Functie', text: role },
    ...answers.map(({ question, text }) => ({ label: question, text })),
    { label: 'Mogen wij contact met je opnemen over je vraag?', text: wish },
    ...(needs ? [{ label: 'Wat heb je nodig om goed mee te doen?', text: needs }] : []),
  ]
}

export const sampleRegistrationDetails: RegistrationDetails = {
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
