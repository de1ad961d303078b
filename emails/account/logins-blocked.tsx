import type { Mailbox } from '@/lib/platform/mail/compose'
import { oneLine } from '@/lib/platform/text'
import { Paragraph, TextLink } from '../parts/blocks'
import { Layout } from '../parts/layout'
import { organiserReason } from '../parts/mail-copy'
import { sampleAccount } from '../parts/sample-data'
import { ContactSection } from '../parts/sections'

const copyByStep = {
  password: {
    subject: 'Vijf keer een verkeerd wachtwoord bij jouw account',
    text: 'Bij het inloggen met jouw e-mailadres is vijf keer een verkeerd wachtwoord ingevuld. Je wachtwoord is niet veranderd.',
    ifNotYou:
      'Was jij dit niet? Dan kent die ander je wachtwoord niet. Gebruik je het ook ergens anders, of is het makkelijk te raden? Kies dan een nieuw.',
  },
  code: {
    subject: 'Vijf keer een verkeerde code bij jouw account',
    text: 'Er is met jouw e-mailadres en het goede wachtwoord ingelogd, en daarna vijf keer een verkeerde code ingevuld. Er kwam niemand in.',
    ifNotYou: 'Was jij dit niet? Dan kent iemand je wachtwoord. Kies meteen een nieuw.',
  },
} as const

type Props = { name: string; step: keyof typeof copyByStep; url: string; contact: Mailbox | null }

export const subjectOf = ({ step }: Props) => copyByStep[step].subject

/** Renders the mail about wrong passwords or codes that blocked log-ins, so that an organiser can choose a new password. */
export default function LoginsBlocked({ name, step, url, contact }: Props) {
  const { subject, text, ifNotYou } = copyByStep[step]
  return (
    <Layout
      subject={subject}
      preview="Was jij dit niet? Lees dan wat je doet."
      heading={subject}
      footer={organiserReason}
    >
      <Paragraph>Dag {oneLine(name)},</Paragraph>
      <Paragraph>{text}</Paragraph>
      <Paragraph>
        In een browser waarin je nog niet eerder inlogde, gaat inloggen nu een kwartier niet. In de browser die je
        altijd gebruikt, kun je gewoon inloggen. Een nieuw wachtwoord werkt overal meteen.
      </Paragraph>
      <Paragraph>{ifNotYou}</Paragraph>
      <Paragraph>
        <TextLink url={url}>Kies een nieuw wachtwoord</TextLink>
      </Paragraph>
      <Paragraph>
        Gebeurt het vandaag nog een keer, dan mailen we je niet opnieuw. Het staat wel in het logboek.
      </Paragraph>
      <ContactSection heading="Twijfel je?" contact={contact} />
    </Layout>
  )
}

const url = 'https://aanmelden.example.nl/beheer/wachtwoord-vergeten'
export const sample: Props = { ...sampleAccount, step: 'password', url }
