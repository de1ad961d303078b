import type { Mailbox } from '@/lib/platform/mail/compose'
import { Paragraph, Quote, SectionHeading, TextLink } from './blocks'
import { oneLine } from './one-line'
import type { ParticipantMail, TransferStatus } from './participant-mail'
import { ActionButton } from './primitives'
import { Prose } from './prose'

export const PageLink = ({ url }: { url: string }) => (
  <TextLink url={url}>Bekijk de pagina van de kennissessie</TextLink>
)

export const PageParagraph = ({ url }: { url: string }) => (
  <Paragraph>
    <PageLink url={url} />
  </Paragraph>
)

/** Button with a personal link and the request not to share it. */
export const PersonalButton = ({ url, label }: { url: string; label: string }) => (
  <>
    <ActionButton url={url}>{label}</ActionButton>
    <Paragraph>Deze link is van jou. Geef hem niet door: een collega kan zich zelf aanmelden.</Paragraph>
  </>
)

/** The personal link into the session. It appears nowhere else: calendars and forwarded mails are shared. */
export const TakePartButton = ({ url }: { url: string }) => <PersonalButton url={url} label="Doe mee" />

/** Link and agenda, or nothing before the release. */
export const ReleaseSection = ({ release }: Pick<ParticipantMail, 'release'>) =>
  release ? (
    <>
      <TakePartButton url={release.takePartUrl} />
      <SectionHeading>Agenda</SectionHeading>
      <Prose text={release.agenda} />
    </>
  ) : null

type ContactProps = { contact: Mailbox }

/** "Sam Voorbeeld: sam@example.nl", with the address as a link. */
export const ContactAddress = ({ contact: { name, address } }: ContactProps) => (
  <>
    {oneLine(name)}: <TextLink url={`mailto:${encodeURI(address)}`}>{address}</TextLink>
  </>
)

/** Two sentences: mail the contact, or reply. */
export const MailOrReply = ({ contact }: ContactProps) => (
  <>
    Mail <ContactAddress contact={contact} />. Je kunt ook deze mail beantwoorden.
  </>
)

/** A heading and the contact to mail, or nothing without a contact. */
export const ContactSection = ({ heading, contact }: { heading: string; contact: Mailbox | null }) =>
  contact ? (
    <>
      <SectionHeading>{heading}</SectionHeading>
      <Paragraph>
        <MailOrReply contact={contact} />
      </Paragraph>
    </>
  ) : null

export const ChangeOrCancelSection = ({ heading, contact }: ContactProps & { heading: string }) => (
  <>
    <SectionHeading>{heading}</SectionHeading>
    <Paragraph>
      Je kunt je aanmelding zelf wijzigen, of je afmelden. De links staan onderaan deze mail. Kom je er niet uit?{' '}
      <MailOrReply contact={contact} />
    </Paragraph>
  </>
)

export const CannotAttendSection = ({ contact, url }: ContactProps & { url: string }) => (
  <>
    <SectionHeading>Kun je toch niet?</SectionHeading>
    <Paragraph>
      Meld je dan af, met de link onderaan deze mail. Heb je een vraag? <MailOrReply contact={contact} />
    </Paragraph>
    <PageParagraph url={url} />
  </>
)

/** The reader's agenda question, or nothing when they asked none. */
export const QuestionQuote = ({ question }: { question: string | null }) =>
  question ? (
    <>
      <SectionHeading>Je vraag</SectionHeading>
      <Quote text={question} />
    </>
  ) : null

/** Names the transferor and what was transferred, or nothing when the mail is not about a transfer. */
export function TransferNotice({ transferredFrom, hasSeat }: TransferStatus & { hasSeat: boolean }) {
  if (!transferredFrom) return null
  const seat = hasSeat ? 'de plek bij deze kennissessie' : 'de plek op de wachtlijst'
  return (
    <Paragraph>
      <strong>
        <bdi>{oneLine(transferredFrom)}</bdi> gaf {seat} aan jou door.
      </strong>{' '}
      Wat al was ingevuld, zoals een vraag, kun je bekijken en wijzigen met je eigen link, onderaan deze mail. Daar kun
      je ook zeggen of we contact met je mogen opnemen over de vraag. Wil je niet meedoen? Meld je daar dan af.
    </Paragraph>
  )
}
