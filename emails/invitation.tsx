import { Button, Section } from '@react-email/components'
import { dateAndTime } from '@/lib/platform/time'
import { type Contact, ContactSection, Paragraph, SmallPrint, Title } from './parts/blocks'
import { Layout } from './parts/layout'
import { oneLine } from './parts/one-line'
import { styles } from './parts/styles'

export type InvitationMail = {
  name: string
  /** Null when that account is gone. */
  invitedBy: string | null
  /** The reader's own link, which works until `worksUntil` and once. */
  url: string
  worksUntil: Date
  /** The name of this site on the web. */
  host: string
  /** Whom to ask; null when there is nobody. */
  contact: Contact | null
}

export const subject = 'Je bent uitgenodigd als organisator'

/** To a new organiser: who asks, what it is, and the way in. */
export default function Invitation({ name, invitedBy, url, worksUntil, host, contact }: InvitationMail) {
  return (
    <Layout
      title={subject}
      preview="Kies een wachtwoord en log in."
      footer={
        <SmallPrint>Ken je dit niet? Dan hoef je niets te doen. Zonder jou gaat het account niet open.</SmallPrint>
      }
    >
      <Title>Help mee met de kennissessies</Title>
      <Paragraph>Dag {oneLine(name)},</Paragraph>
      <Paragraph>
        {invitedBy ? `${oneLine(invitedBy)} nodigt je uit` : 'Je bent uitgenodigd'} als organisator op {host}. Daar zie
        je wie zich aanmeldt voor een kennissessie en welke vragen er zijn.
      </Paragraph>
      <Section style={{ margin: '8px 0 16px' }}>
        <Button className="button" style={styles.button} href={url}>
          Maak je account
        </Button>
      </Section>
      <Paragraph>
        De link is van jou en werkt één keer, tot {dateAndTime(worksUntil)}. Is dat voorbij? Vraag dan om een nieuwe
        uitnodiging.
      </Paragraph>
      {contact ? <ContactSection question="Twijfel je of deze mail klopt?" contact={contact} /> : null}
    </Layout>
  )
}

export const sample: InvitationMail = {
  name: 'Noor Voorbeeld',
  invitedBy: 'Voorbeeld Organisator',
  url: 'https://aanmelden.example.nl/beheer/uitnodiging/voorbeeld',
  worksUntil: new Date('2022-10-19T12:00:00Z'),
  host: 'aanmelden.example.nl',
  contact: { name: 'Voorbeeld Organisator', address: 'organisator@example.nl' },
}
