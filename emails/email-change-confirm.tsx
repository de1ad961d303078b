import { formatDeadline } from '@/lib/platform/time'
import { ActionButton, type Contact, ContactSection, Paragraph, SmallPrint, Title } from './parts/blocks'
import { Layout } from './parts/layout'

export type EmailChangeConfirmMail = {
  kennissessie: string
  organisator: string
  contact: Contact
  /** Where the reader says that the address is theirs. */
  url: string
  worksUntil: Date
}

export const subject = 'Bevestig je nieuwe e-mailadres'

/** To the address that somebody wants their mail at from now on. It names nobody: a mistyped address is a stranger's. */
export default function EmailChangeConfirm({
  kennissessie,
  organisator,
  contact,
  url,
  worksUntil,
}: EmailChangeConfirmMail) {
  return (
    <Layout
      title={subject}
      preview="Daarna gaan alle mails naar dit adres."
      footer={
        <SmallPrint>Je krijgt deze mail van {organisator}, omdat iemand dit adres opgaf bij een aanmelding.</SmallPrint>
      }
    >
      <Title>Bevestig je nieuwe e-mailadres</Title>
      <Paragraph>
        Iemand die is aangemeld voor de kennissessie {kennissessie} wil de mails voortaan op dit adres krijgen.
      </Paragraph>
      <Paragraph>Ben jij dat? Open dan deze link, en druk op de knop op de pagina.</Paragraph>
      <ActionButton url={url}>Bekijk en bevestig dit adres</ActionButton>
      <Paragraph>De link werkt {formatDeadline(worksUntil)}. Daarna kun je een nieuwe vragen.</Paragraph>
      <Paragraph>Ben jij dat niet? Dan hoef je niets te doen. Er verandert dan niets.</Paragraph>
      <ContactSection question="Heb je een vraag?" contact={contact} />
    </Layout>
  )
}

export const sample: EmailChangeConfirmMail = {
  kennissessie: '‘Aan de slag gaan en blijven met inclusief gemeentebeleid’',
  organisator: 'Movisie',
  contact: { name: 'Lotte Kronenburg', address: 'l.kronenburg@movisie.nl' },
  url: 'https://aanmelden.example.nl/nieuw-adres/voorbeeld',
  worksUntil: new Date('2022-10-21T09:12:00Z'),
}
