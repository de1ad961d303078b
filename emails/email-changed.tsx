import type { Mailbox } from '@/lib/platform/mail/compose'
import { Paragraph } from './parts/blocks'
import { Layout } from './parts/layout'
import { sampleMail } from './parts/sample-data'
import { ContactSection } from './parts/sections'

type Props = { kennissessie: string; organisator: string; contact: Mailbox }

export const subject = 'Het e-mailadres van je aanmelding is gewijzigd'

/** Warns the old address after a confirmed change, so its owner notices an abuse. Holds no personal link. */
export default function EmailChanged({ kennissessie, organisator, contact }: Props) {
  return (
    <Layout
      subject={subject}
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
  )
}

export const sample: Props = {
  kennissessie: sampleMail.values.kennissessie,
  organisator: sampleMail.values.organisator,
  contact: sampleMail.contact,
}
