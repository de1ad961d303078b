import type { Mailbox } from '@/lib/platform/mail/compose'
import { formatDeadline } from '@/lib/platform/time'
import { Paragraph } from '../parts/blocks'
import { Layout } from '../parts/layout'
import { ActionButton } from '../parts/primitives'
import { type FixedTemplate, sampleMail } from '../parts/sample-data'
import { ContactSection } from '../parts/sections'

/** Data of the mails about a change of e-mail address. `url` confirms the new address until `worksUntil`. */
export type EmailChangeMail = {
  kennissessie: string
  organisator: string
  contact: Mailbox
  url: string
  worksUntil: Date
}

const { contact, values } = sampleMail
const sample: EmailChangeMail = {
  kennissessie: values.kennissessie ?? '',
  organisator: values.organisator ?? '',
  contact,
  url: 'https://aanmelden.example.nl/nieuw-adres/voorbeeld',
  worksUntil: new Date('2022-10-21T09:12:00Z'),
}
const confirmSubject = 'Bevestig je nieuwe e-mailadres'
const changedSubject = 'Het e-mailadres van je aanmelding is gewijzigd'

/** Mail that asks the owner of a new address to confirm it. It names no participant: a stranger may own the address. */
export const emailChangeConfirm: FixedTemplate<EmailChangeMail> = {
  sample,
  subjectOf: () => confirmSubject,
  default: ({ kennissessie, organisator, contact, url, worksUntil }) => (
    <Layout
      subject={confirmSubject}
      preview="Daarna gaan alle mails naar dit adres."
      heading={confirmSubject}
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
  ),
}

/** Mail to the old address after a change of address, so that participants notice abuse. It has no personal link. */
export const emailChanged: FixedTemplate<EmailChangeMail> = {
  sample,
  subjectOf: () => changedSubject,
  default: ({ kennissessie, organisator, contact }) => (
    <Layout
      subject={changedSubject}
      preview="Was jij dit niet? Laat het ons weten."
      heading="Je e-mailadres is gewijzigd"
      footer={`Je krijgt deze mail van ${organisator}, omdat je met dit adres was aangemeld voor deze kennissessie.`}
    >
      <Paragraph>
        Je was met dit adres aangemeld voor de kennissessie {kennissessie}. Dat is veranderd in een ander adres, en dat
        is bevestigd.
      </Paragraph>
      <Paragraph>
        Op dit adres krijg je geen mail meer over deze kennissessie. De links in de mails die je hier kreeg, werken niet
        meer. In de mail op je nieuwe adres staan nieuwe links.
      </Paragraph>
      <ContactSection heading="Was jij dit niet?" contact={contact} />
    </Layout>
  ),
}
