import type { Mailbox } from '@/lib/platform/mail/compose'
import { oneLine } from '@/lib/platform/text'
import { dateAndTime } from '@/lib/platform/time'
import { Paragraph } from '../parts/blocks'
import { Layout } from '../parts/layout'
import { ActionButton } from '../parts/primitives'
import { sampleAccount } from '../parts/sample-data'
import { ContactSection } from '../parts/sections'

type Props = { name: string; url: string; worksUntil: Date; contact: Mailbox | null }

const subject = 'Kies een nieuw wachtwoord'
export const subjectOf = () => subject

/** Renders the mail with a link to choose a new password, for an organiser who forgot theirs. */
export default function PasswordReset({ name, url, worksUntil, contact }: Props) {
  return (
    <Layout
      subject={subject}
      preview="De link in deze mail werkt één uur."
      heading={subject}
      footer="Heb je dit niet gevraagd? Dan hoef je niets te doen. Je wachtwoord blijft zoals het is."
    >
      <Paragraph>Dag {oneLine(name)},</Paragraph>
      <Paragraph>Je wilt weer inloggen als organisator. Met deze link kies je een nieuw wachtwoord.</Paragraph>
      <ActionButton url={url}>Kies een wachtwoord</ActionButton>
      <Paragraph>
        De link is van jou en werkt één keer, tot {dateAndTime(worksUntil)}. Kreeg je er meer? Kies een van de links:
        daarna werken de andere niet meer.
      </Paragraph>
      <ContactSection heading="Lukt het niet, of twijfel je?" contact={contact} />
    </Layout>
  )
}

export const sample: Props = {
  ...sampleAccount,
  url: 'https://aanmelden.example.nl/beheer/wachtwoord/voorbeeld',
  worksUntil: new Date('2022-10-17T13:00:00Z'),
}
