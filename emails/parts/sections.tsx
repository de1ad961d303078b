import type { Mailbox } from '@/lib/platform/mail/compose'
import { oneLine } from '@/lib/platform/text'
import { LabelledAnswer, Paragraph, Quote, SectionHeading, TextLink, TextSection } from './blocks'
import type { ParticipantMail } from './participant-mail'
import { ActionButton } from './primitives'
import { Prose } from './prose'
import { unlinked } from './unlinked'

type Heading = { heading: string }

export const PageLink = ({ url }: { url: string }) => (
  <TextLink url={url}>Bekijk de pagina van de kennissessie</TextLink>
)

export const PageParagraph = ({ url }: { url: string }) => (
  <Paragraph>
    <PageLink url={url} />
  </Paragraph>
)

/** Renders a button with a personal link, and the request not to share that link. */
export const PersonalButton = ({ url, label }: { url: string; label: string }) => (
  <>
    <ActionButton url={url}>{label}</ActionButton>
    <Paragraph>Deze link is van jou. Geef hem niet door: een collega kan zich zelf aanmelden.</Paragraph>
  </>
)

/** Renders a button with the personal meeting link. Calendar files do not hold it, because calendars are shared. */
export const TakePartButton = ({ url }: { url: string }) => <PersonalButton url={url} label="Doe mee" />

/** Renders the personal meeting link and the agenda. Renders nothing before their release. */
export const ReleaseSection = ({ release }: Pick<ParticipantMail, 'release'>) =>
  release ? (
    <>
      <TakePartButton url={release.takePartUrl} />
      <SectionHeading>Agenda</SectionHeading>
      <Prose text={release.agenda} />
    </>
  ) : null

/** Renders a contact as "Sam Voorbeeld: sam@example.nl", with the address as a link. */
export const ContactAddress = ({ contact: { name, address } }: { contact: Mailbox }) => (
  <>
    {oneLine(name)}: <TextLink url={`mailto:${encodeURI(address)}`}>{address}</TextLink>
  </>
)

/** Renders the invitation to mail the contact or to reply to this mail. */
export const MailOrReply = ({ contact }: { contact: Mailbox }) => (
  <>
    Mail <ContactAddress contact={contact} />. Je kunt ook deze mail beantwoorden.
  </>
)

/** Renders a heading and the invitation to mail the contact. Renders nothing without a contact. */
export const ContactSection = ({ heading, contact }: Heading & { contact: Mailbox | null }) =>
  contact ? (
    <TextSection heading={heading}>
      <MailOrReply contact={contact} />
    </TextSection>
  ) : null

export const ChangeOrCancelSection = ({ heading, contact }: Heading & { contact: Mailbox }) => (
  <TextSection heading={heading}>
    Je kunt je aanmelding zelf wijzigen, of je afmelden. De links staan onderaan deze mail. Kom je er niet uit?{' '}
    <MailOrReply contact={contact} />
  </TextSection>
)

export const CannotAttendSection = ({ contact, url }: Pick<ParticipantMail, 'contact' | 'url'>) => (
  <>
    <TextSection heading="Kun je toch niet?">
      Meld je dan af, met de link onderaan deze mail. Heb je een vraag? <MailOrReply contact={contact} />
    </TextSection>
    <PageParagraph url={url} />
  </>
)

/** Renders the participant's agenda question as a quote. Renders nothing without one, which occurs in previews only. */
export const QuestionQuote = ({ agendaQuestion }: Pick<ParticipantMail, 'agendaQuestion'>) =>
  agendaQuestion?.text ? (
    <>
      <SectionHeading>Je vraag</SectionHeading>
      <Quote text={agendaQuestion.text} />
    </>
  ) : null

/** Renders all data of the registration. The text omits who entered the data, because an organiser may have done so. */
export function RegistrationSummary({ contactWish, phone, needs, ...mail }: ParticipantMail) {
  const wish = { email: 'Ja, per mail', phone: `Ja, per telefoon: ${phone ?? ''}`, none: 'Nee' }[contactWish]
  const fields = [
    { label: 'Naam', text: mail.name },
    { label: 'E-mailadres', text: mail.email },
    { label: mail.municipalityCode ? 'Gemeente' : 'Organisatie', text: mail.values.gemeente ?? '' },
    { label: 'Functie', text: mail.role },
    ...mail.answers.map(({ question, text }) => ({ label: question.label, text })),
    { label: 'Mogen wij contact met je opnemen over je vraag?', text: wish },
    ...(needs ? [{ label: 'Wat heb je nodig om goed mee te doen?', text: needs }] : []),
  ]
  return (
    <>
      <SectionHeading>Dit staat in je aanmelding</SectionHeading>
      {fields.map((field) => (
        <LabelledAnswer key={field.label} {...field} />
      ))}
    </>
  )
}

/**
 * Renders the hint that the personal link shows the data of the registration. The first mail omits the data: the address
 * may belong to a stranger, who must not get texts that someone else typed.
 */
export const RegistrationOnPage = () => (
  <TextSection heading="Wat staat er in je aanmelding?">Dat zie je met je eigen link, onderaan deze mail.</TextSection>
)

/** Renders that a colleague transferred a seat or waitlist place to the recipient. Renders nothing without a transfer. */
export function TransferNotice({ transferredFrom, hasSeat }: ParticipantMail) {
  if (!transferredFrom) return null
  const seat = hasSeat ? 'de plek bij deze kennissessie' : 'de plek op de wachtlijst'
  return (
    <Paragraph>
      <strong>
        <bdi>{unlinked(oneLine(transferredFrom))}</bdi> gaf {seat} aan jou door.
      </strong>{' '}
      Wat al was ingevuld, zoals een vraag, kun je bekijken en wijzigen met je eigen link, onderaan deze mail. Daar kun
      je ook zeggen of we contact met je mogen opnemen over de vraag. Wil je niet meedoen? Meld je daar dan af.
    </Paragraph>
  )
}
