import type { Mailbox } from '@/lib/platform/mail/compose'
import { formatDeadline } from '@/lib/platform/time'
import { Paragraph } from './parts/blocks'
import { Layout } from './parts/layout'
import { ActionButton } from './parts/primitives'
import { sampleMail } from './parts/sample-data'
import { ContactSection } from './parts/sections'

type Props = { kennissessie: string; organisator: string; contact: Mailbox; url: string; worksUntil: Date }

export const subject = 'Bevestig je nieuwe e-mailadres'

/** Asks the owner of a new address to confirm it. Names no participant: a mistyped address reaches a stranger. */
export default function EmailChangeConfirm({ kennissessie, organisator, contact, url, worksUntil }: Props) {
  return (
    <Layout
      subject={subject}
      preview="Daarna gaan alle mails naar dit adres."
      heading={subject}
      footer={`Je krijgt deze mail van ${organisator}, omdat iemand dit adres opgaf bij een aanmelding.`}
    >
      <Paragraph>
        Iemand die is aangemeld voor de kennissessie {kennissessie} wil de mails voortaan op dit adres krijgen.
      </Paragraph>
      <Paragraph>Ben jij dat? Open dan deze link, en druk op de knop op de pagina.</Paragraph>
      <ActionButton url={url}>Bekijk en bevestig dit adres</ActionButton>
      <Paragraph>De link werkt {formatDeadline(worksUntil)}. Daarna kun je een nieuwe vragen.</Paragraph>
      <Paragraph>Ben jij dat niet? Dan hoef je niets te doen. Er verandert dan niets.</Paragraph>
      <ContactSection heading="Heb je een vraag?" contact={contact} />
    </Layout>
  )
}

export const sample: Props = {
  kennissessie: sampleMail.values.kennissessie,
  organisator: sampleMail.values.organisator,
  contact: sampleMail.contact,
  url: 'https://aanmelden.example.nl/nieuw-adres/voorbeeld',
  worksUntil: new Date('2022-10-21T09:12:00Z'),
}
