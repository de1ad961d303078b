import { LabelledAnswer, SectionHeading } from './blocks'

/** The data of a registration. */
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

/** All data of the registration. The wording does not say who entered it: that may have been an organiser. */
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
