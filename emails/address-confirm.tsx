import { untilInWords } from '@/lib/platform/time'
import { Layout } from './layout'
import { AskContact, type Contact, Paragraph, Press, SmallPrint, Title } from './parts'

export type AddressConfirmMail = {
  kennissessie: string
  organisator: string
  contact: Contact
  /** Where the reader says that the address is theirs. */
  url: string
  worksUntil: Date
}

export const subject = 'Bevestig je nieuwe e-mailadres'

/** To the address that somebody wants their mail at from now on. It names nobody: a mistyped address is a stranger's. */
export default function AddressConfirm({ kennissessie, organisator, contact, url, worksUntil }: AddressConfirmMail) {
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
      <Press url={url}>Bekijk en bevestig dit adres</Press>
      <Paragraph>De link werkt {untilInWords(worksUntil)}. Daarna kun je een nieuwe vragen.</Paragraph>
      <Paragraph>Ben jij dat niet? Dan hoef je niets te doen. Er verandert dan niets.</Paragraph>
      <AskContact question="Heb je een vraag?" contact={contact} />
    </Layout>
  )
}

export const sample: AddressConfirmMail = {
  kennissessie: '‘Aan de slag gaan en blijven met inclusief gemeentebeleid’',
  organisator: 'Movisie',
  contact: { name: 'Lotte Kronenburg', address: 'l.kronenburg@movisie.nl' },
  url: 'https://aanmelden.example.nl/nieuw-adres/voorbeeld',
  worksUntil: new Date('2022-10-21T09:12:00Z'),
}
