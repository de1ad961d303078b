import { type Contact, ContactSection, Paragraph, SmallPrint, TextLink, Title } from './parts/blocks'
import { Layout } from './parts/layout'
import { oneLine } from './parts/one-line'

const copyByChange = {
  password: {
    subject: 'Je wachtwoord is veranderd',
    text: 'Het wachtwoord van je account is veranderd. Overal waar je nog was ingelogd, ben je nu uitgelogd.',
  },
  'two-step-on': {
    subject: 'Je logt voortaan in met twee stappen',
    text: 'Inloggen in twee stappen staat aan. Na je wachtwoord geef je voortaan een code uit je app.',
  },
  'two-step-off': {
    subject: 'Inloggen in twee stappen staat uit',
    text: 'Inloggen in twee stappen staat uit. Je logt weer in met alleen je wachtwoord.',
  },
  'two-step-reset': {
    subject: 'Een beheerder zette je inloggen in twee stappen uit',
    text: 'Een beheerder zette inloggen in twee stappen voor je uit. Log in met je wachtwoord en zet het weer aan.',
  },
} as const

export type AccountChangedMail = {
  name: string
  change: keyof typeof copyByChange
  url: string
  /** Whom to ask; null when there is nobody. */
  contact: Contact | null
}

export const subjectFor = (change: AccountChangedMail['change']) => copyByChange[change].subject

/** To an organiser whose way to log in changed: whoever did that without them is found out. */
export default function AccountChanged({ name, change, url, contact }: AccountChangedMail) {
  const { subject, text } = copyByChange[change]
  return (
    <Layout
      title={subject}
      preview="Was jij dit niet? Lees dan wat je doet."
      footer={<SmallPrint>Je krijgt deze mail omdat je organisator bent.</SmallPrint>}
    >
      <Title>{subject}</Title>
      <Paragraph>Dag {oneLine(name)},</Paragraph>
      <Paragraph>{text}</Paragraph>
      <Paragraph>
        Was jij dit niet, of had je het niet verwacht? Kies dan meteen een nieuw wachtwoord
        {contact ? `, en zeg het tegen ${oneLine(contact.name)}` : null}.
      </Paragraph>
      <Paragraph>
        <TextLink url={url}>Naar je account</TextLink>
      </Paragraph>
      {contact ? <ContactSection question="Twijfel je?" contact={contact} /> : null}
    </Layout>
  )
}

export const sample: AccountChangedMail = {
  name: 'Noor Voorbeeld',
  change: 'password',
  url: 'https://aanmelden.example.nl/beheer/account',
  contact: { name: 'Voorbeeld Organisator', address: 'organisator@example.nl' },
}
