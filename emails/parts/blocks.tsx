import { Button, Heading, Link, Section, Text } from '@react-email/components'
import { createElement, Fragment, type ReactNode } from 'react'
import { longDate, timeRange } from '@/lib/platform/time'
import { oneLine } from './one-line'
import { styles } from './styles'

type Children = { children: ReactNode }

export const Title = ({ children }: Children) => (
  <Heading as="h1" className="text h1" style={styles.h1}>
    {children}
  </Heading>
)

export const SectionHeading = ({ children }: Children) => (
  <Heading as="h2" className="text" style={styles.h2}>
    {children}
  </Heading>
)

export const Paragraph = ({ children }: Children) => (
  <Text className="text" style={styles.text}>
    {children}
  </Text>
)

export const SmallPrint = ({ children }: Children) => (
  <Text className="soft" style={styles.soft}>
    {children}
  </Text>
)

/** When the session is, on its own ground. It stands in words: some mail programs show nothing of a calendar file. */
export const SessionTime = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => (
  <Section className="box" style={styles.box}>
    <Text className="text" style={styles.boxText}>
      <strong style={styles.boxHeading}>{longDate(startsAt)}</strong>
      <br />
      {timeRange(startsAt, endsAt)}, online
    </Text>
  </Section>
)

/** Steps in the order in which they happen. */
export const Steps = ({ items }: { items: { key: string; step: ReactNode }[] }) => (
  <ol className="text" style={styles.list}>
    {items.map(({ key, step }) => (
      <li key={key} style={styles.item}>
        {step}
      </li>
    ))}
  </ol>
)

/** Something that somebody filled in, under its label. Their lines stay lines; their direction of writing stays theirs. */
export const LabelledAnswer = ({ label, text }: { label: string; text: string }) => (
  <Text className="text line" style={styles.answer}>
    <strong>{label}</strong>
    <br />
    <bdi>
      <MultilineText text={text} />
    </bdi>
  </Text>
)

/** What somebody wrote to us, given back as it was: their lines and their direction of writing stay theirs. */
export const Quote = ({ text }: { text: string }) => (
  <Section className="box" style={styles.box}>
    <Text className="text" style={styles.boxText}>
      <bdi>
        <MultilineText text={text} />
      </bdi>
    </Text>
  </Section>
)

const lineEnd = <br />

/** What somebody typed over several lines. */
export function MultilineText({ text }: { text: string }) {
  const lines = text.trim().split(/\r\n|[\n\r\u2028\u2029]/)
  return createElement(Fragment, null, ...lines.flatMap((line, index) => (index > 0 ? [lineEnd, line] : [line])))
}

export const MailtoLink = ({ address }: { address: string }) => (
  <Link className="link" style={styles.link} href={`mailto:${encodeURI(address)}`}>
    {address}
  </Link>
)

/** In the text version the address stands behind these words. */
export const TextLink = ({ url, children }: { url: string } & Children) => (
  <Link className="link" style={styles.link} href={url}>
    {children}
  </Link>
)

export const PageLink = ({ url }: { url: string }) => (
  <TextLink url={url}>Bekijk de pagina van de kennissessie</TextLink>
)

/** The one thing to do. */
export const ActionButton = ({ url, children }: { url: string } & Children) => (
  <Section style={{ margin: '8px 0 16px' }}>
    <Button className="button" style={styles.button} href={url}>
      {children}
    </Button>
  </Section>
)

/** The one way in. `url` is the reader's own: calendars and forwarded mails are shared, so it stands nowhere else. */
export const TakePartButton = ({ url }: { url: string }) => (
  <>
    <ActionButton url={url}>Doe mee</ActionButton>
    <Paragraph>Deze link is van jou. Geef hem niet door: een collega kan zich zelf aanmelden.</Paragraph>
  </>
)

export type Contact = { name: string; address: string }

/** Whom to mail, under a heading that says what for. */
export const ContactSection = ({ question, contact }: { question: string; contact: Contact }) => (
  <>
    <SectionHeading>{question}</SectionHeading>
    <Paragraph>
      Mail {oneLine(contact.name)}: <MailtoLink address={contact.address} />. Je kunt ook deze mail beantwoorden.
    </Paragraph>
  </>
)

/** At the foot of most mails before a session: whom to tell, and where to read more. */
export const CannotAttendSection = ({ contact, url }: { contact: Contact; url: string }) => (
  <>
    <SectionHeading>Kun je toch niet?</SectionHeading>
    <Paragraph>
      Meld je dan af, met de link onderaan deze mail. Heb je een vraag? Mail {oneLine(contact.name)}:{' '}
      <MailtoLink address={contact.address} />. Je kunt ook deze mail beantwoorden.
    </Paragraph>
    <Paragraph>
      <PageLink url={url} />
    </Paragraph>
  </>
)

type FooterReasonProps = { organiser: string | undefined /** There is nothing to come to any more. */; past?: boolean }

/** From whom the mail is, and why it came. */
export const RegisteredFooter = ({ organiser, past = false }: FooterReasonProps) => (
  <SmallPrint>
    Je krijgt deze mail van {oneLine(organiser ?? '')}, omdat je {past ? 'was' : 'bent'} aangemeld voor deze
    kennissessie.
  </SmallPrint>
)

/** The same to who has no place: whoever put them on the waiting list. `past`: they are on it no more. */
export const WaitlistedFooter = ({ organiser, past = false }: FooterReasonProps) => (
  <SmallPrint>
    Je krijgt deze mail van {oneLine(organiser ?? '')}, omdat je op de wachtlijst {past ? 'stond' : 'staat'} van deze
    kennissessie.
  </SmallPrint>
)
