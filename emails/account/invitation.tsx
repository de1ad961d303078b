import type { Mailbox } from '@/lib/platform/mail/compose'
import { oneLine } from '@/lib/platform/text'
import { dateAndTime } from '@/lib/platform/time'
import { Paragraph } from '../parts/blocks'
import { Layout } from '../parts/layout'
import { ActionButton } from '../parts/primitives'
import { sampleAccount } from '../parts/sample-data'
import { ContactSection } from '../parts/sections'

type Props = {
  name: string
  /** Name of the inviting organiser, or `null` when their account no longer exists. */
  invitedBy: string | null
  url: string
  worksUntil: Date
  host: string
  contact: Mailbox | null
}

const subject = 'Je bent uitgenodigd als organisator'
export const subjectOf = () => subject

/** Renders the mail that invites a new organiser to create an account. */
export default function Invitation({ name, invitedBy, url, worksUntil, host, contact }: Props) {
  return (
    <Layout
      subject={subject}
      preview="Kies een wachtwoord en log in."
      heading="Help mee met de kennissessies"
      footer="Ken je dit niet? Dan hoef je niets te doen. Zonder jou gaat het account niet open."
    >
      <Paragraph>Dag {oneLine(name)},</Paragraph>
      <Paragraph>
        {invitedBy ? `${oneLine(invitedBy)} nodigt je uit` : 'Je bent uitgenodigd'} als organisator op {host}. Daar zie
        je wie zich aanmeldt voor een kennissessie en welke vragen er zijn.
      </Paragraph>
      <ActionButton url={url}>Maak je account</ActionButton>
      <Paragraph>
        De link is van jou en werkt één keer, tot {dateAndTime(worksUntil)}. Is dat voorbij? Vraag dan om een nieuwe
        uitnodiging.
      </Paragraph>
      <ContactSection heading="Twijfel je of deze mail klopt?" contact={contact} />
    </Layout>
  )
}

export const sample: Props = {
  ...sampleAccount,
  invitedBy: 'Voorbeeld Organisator',
  url: 'https://aanmelden.example.nl/beheer/uitnodiging/voorbeeld',
  worksUntil: new Date('2022-10-19T12:00:00Z'),
  host: 'aanmelden.example.nl',
}
