import { Button, Section } from '@react-email/components'
import { dateAndTime } from '@/lib/platform/time'
import { type Contact, ContactSection, Paragraph, SmallPrint, Title } from './parts/blocks'
import { Layout } from './parts/layout'
import { oneLine } from './parts/one-line'
import { styles } from './parts/styles'

export type PasswordResetMail = {
  name: string
  /** The reader's own link, which works until `worksUntil` and once. */
  url: string
  worksUntil: Date
  /** Whom to ask; null when there is nobody. */
  contact: Contact | null
}

export const subject = 'Kies een nieuw wachtwoord'

/** To an organiser who forgot their password. */
export default function PasswordReset({ name, url, worksUntil, contact }: PasswordResetMail) {
  return (
    <Layout
      title={subject}
      preview="De link in deze mail werkt één uur."
      footer={
        <SmallPrint>Heb je dit niet gevraagd? Dan hoef je niets te doen. Je wachtwoord blijft zoals het is.</SmallPrint>
      }
    >
      <Title>Kies een nieuw wachtwoord</Title>
      <Paragraph>Dag {oneLine(name)},</Paragraph>
      <Paragraph>Je wilt weer inloggen als organisator. Met deze link kies je een nieuw wachtwoord.</Paragraph>
      <Section style={{ margin: '8px 0 16px' }}>
        <Button className="button" style={styles.button} href={url}>
          Kies een wachtwoord
        </Button>
      </Section>
      <Paragraph>De link is van jou en werkt één keer, tot {dateAndTime(worksUntil)}.</Paragraph>
      {contact ? <ContactSection question="Lukt het niet, of twijfel je?" contact={contact} /> : null}
    </Layout>
  )
}

export const sample: PasswordResetMail = {
  name: 'Noor Voorbeeld',
  url: 'https://aanmelden.example.nl/beheer/wachtwoord/voorbeeld',
  worksUntil: new Date('2022-10-17T13:00:00Z'),
  contact: { name: 'Voorbeeld Organisator', address: 'organisator@example.nl' },
}
