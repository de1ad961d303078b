import type { Mailbox } from '@/lib/platform/mail/compose'
import { oneLine } from '@/lib/platform/text'
import { Paragraph, TextLink } from '../parts/blocks'
import { Layout } from '../parts/layout'
import { organiserReason } from '../parts/mail-copy'
import { sampleAccount } from '../parts/sample-data'
import { ContactSection } from '../parts/sections'

const copyByChange = {
  password: {
    subject: 'Je wachtwoord is veranderd',
    text: 'Het wachtwoord van je account is veranderd. Overal waar je nog was ingelogd, ben je nu uitgelogd.',
  },
  'two-step-on': {
    subject: 'Je logt voortaan in met twee stappen',
    text: 'Inloggen in twee stappen staat aan. Na je wachtwoord geef je voortaan een code uit je app.',
  },
  'two-step-off': {
    subject: 'Inloggen in twee stappen staat uit',
    text: 'Inloggen in twee stappen staat uit. Je logt weer in met alleen je wachtwoord.',
  },
  'two-step-reset': {
    subject: 'Een beheerder zette je inloggen in twee stappen uit',
    text: 'Een beheerder zette inloggen in twee stappen voor je uit. Log in met je wachtwoord en zet het weer aan.',
  },
} as const

type Props = { name: string; change: keyof typeof copyByChange; url: string; contact: Mailbox | null }

export const subjectOf = ({ change }: Props) => copyByChange[change].subject

/** Renders the mail about a changed password or two-step login, so that an organiser notices abuse. */
export default function AccountChanged({ name, change, url, contact }: Props) {
  const { subject, text } = copyByChange[change]
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
        Was jij dit niet, of had je het niet verwacht? Kies dan meteen een nieuw wachtwoord
        {contact ? `, en zeg het tegen ${oneLine(contact.name)}` : null}.
      </Paragraph>
      <Paragraph>
        <TextLink url={url}>Naar je account</TextLink>
      </Paragraph>
      <ContactSection heading="Twijfel je?" contact={contact} />
    </Layout>
  )
}

const url = 'https://aanmelden.example.nl/beheer/account'
export const sample: Props = { ...sampleAccount, change: 'password', url }
