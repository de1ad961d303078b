import { formatDeadline } from '@/lib/platform/time'
import { ActionButton, ContactSection, PageLink, Paragraph, SessionTime, Title, WaitlistedFooter } from './parts/blocks'
import { Layout } from './parts/layout'
import { type MailTemplate, type ParticipantMail, sampleMail } from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'
import { TransfereeFooter, TransferNotice, type TransferNoticeProps } from './parts/transfer-notice'

export type SeatOfferedMail = ParticipantMail &
  TransferNoticeProps & {
    /** From then on the place goes to somebody else. */
    until: Date
    /** The reader's own page, on which they take the place or let it go. */
    takeSeatUrl: string
  }

export const defaultTemplate: MailTemplate = {
  subject: 'Er is een plek voor je bij de kennissessie {kennissessie}',
  text: `Dag {naam},

Je stond op de wachtlijst voor de kennissessie {kennissessie}. Er is nu een plek voor je vrij.`,
}

/** The standard text for who never waited: a colleague did, to whom the place was offered. */
export const defaultTemplateForTransferee: Partial<MailTemplate> = {
  text: `Dag {naam},

Er is een plek voor je vrij bij de kennissessie {kennissessie} van {organisator}.`,
}

/** A place freed up for who waits longest: until when it is theirs, and where they take it. */
export default function SeatOffered(props: SeatOfferedMail) {
  const { text, values, session, contact, url, until, takeSeatUrl } = props
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview={`We houden hem voor je vrij ${formatDeadline(until)}.`}
      selfServiceLinks={props.selfServiceLinks}
      footer={
        props.transferredFrom ? <TransfereeFooter {...props} /> : <WaitlistedFooter organiser={values.organisator} />
      }
    >
      <Title>Er is een plek voor je</Title>
      <Prose text={text} values={values} />
      <TransferNotice {...props} />
      <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        We houden de plek voor je vrij <strong>{formatDeadline(until)}</strong>. Laat je niets weten? Dan vervalt de
        plek, en sta je niet meer op de wachtlijst.
      </Paragraph>
      <ActionButton url={takeSeatUrl}>Kies of je komt</ActionButton>
      <Paragraph>Deze link is van jou. Geef hem niet door: een collega kan zich zelf aanmelden.</Paragraph>
      <ContactSection question="Heb je een vraag?" contact={contact} />
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
    </Layout>
  )
}

export const sample: SeatOfferedMail = {
  ...sampleMail,
  ...defaultTemplate,
  hasSeat: false,
  transferredFrom: null,
  release: null,
  until: new Date('2022-10-21T09:12:00Z'),
  takeSeatUrl: 'https://aanmelden.example.nl/plek/voorbeeld',
}
